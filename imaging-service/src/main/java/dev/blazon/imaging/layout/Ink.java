package dev.blazon.imaging.layout;

import dev.blazon.badge.BadgeColor;

/** The colours of a text and of its shadow. */
public enum Ink {
  /** White text, on dark colours. */
  LIGHT("#fff", 0xffffffff, "#010101", 0xff010101),
  /** Dark text, on light colours. */
  DARK("#333", 0xff333333, "#ccc", 0xffcccccc),
  /** Dark text with a white shadow, for all social badges. */
  SOCIAL("#333", 0xff333333, "#fff", 0xffffffff);

  private final String css;
  private final int argb;
  private final String shadowCss;
  private final int shadowArgb;

  Ink(String css, int argb, String shadowCss, int shadowArgb) {
    this.css = css;
    this.argb = argb;
    this.shadowCss = shadowCss;
    this.shadowArgb = shadowArgb;
  }

  static Ink on(BadgeColor background) {
    return background.isLight() ? DARK : LIGHT;
  }

  /** The text's colour in SVG. */
  public String css() {
    return css;
  }

  /** The text's colour: 8-bit alpha, red, green, and blue. */
  public int argb() {
    return argb;
  }

  /** The shadow's colour in SVG. */
  public String shadowCss() {
    return shadowCss;
  }

  /** The shadow's colour: 8-bit alpha, red, green, and blue. */
  public int shadowArgb() {
    return shadowArgb;
  }
}
