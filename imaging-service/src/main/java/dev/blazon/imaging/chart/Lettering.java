package dev.blazon.imaging.chart;

import dev.blazon.imaging.layout.TextFont;

/**
 * The size and weight of a text in a chart.
 *
 * @param size in CSS pixels
 */
record Lettering(int size, boolean bold) {

  /** Fonts that a reader has instead of ours may be a little wider. */
  private static final double SPARE = 1.03;

  private static final double MIDDLE = 0.36;

  /**
   * The width in pixels, rather too large than too small. It is measured in Verdana, of which the
   * tables know all characters, and which no usual font exceeds.
   */
  double width(String text) {
    TextFont font = bold ? TextFont.VERDANA_BOLD_10 : TextFont.VERDANA_11;
    return font.width(text) * size / font.size() * SPARE;
  }

  /** The height of a line, with the space to the next. */
  int line() {
    return (int) Math.round(size * 1.4);
  }

  /** The distance from the middle of the line down to its baseline. */
  double middle() {
    return size * MIDDLE;
  }
}
