package dev.blazon.imaging.logo;

import dev.blazon.badge.BadgeColor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A logo that is safe to paint: a named icon in a colour, an SVG document that contains only
 * shapes, or a PNG picture of limited size.
 */
sealed interface ReadyLogo {

  /** The width divided by the height. */
  double proportion();

  /** The data URI for a badge's SVG. */
  String dataUri();

  /**
   * A named icon.
   *
   * @param path the outline as SVG path data
   * @param frame the visible part of the path's plane
   * @param color the fill colour
   */
  record Outline(String path, ViewBox frame, BadgeColor color) implements ReadyLogo {
    @Override
    public double proportion() {
      return frame.proportion();
    }

    @Override
    public String dataUri() {
      return svgUri(svg());
    }

    /** The icon as an SVG document. */
    String svg() {
      return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\""
          + frame
          + "\" fill=\""
          + color.css()
          + "\"><path d=\""
          + path
          + "\"/></svg>";
    }
  }

  /** An SVG document of shapes. */
  record Shapes(String svg, double proportion) implements ReadyLogo {
    @Override
    public String dataUri() {
      return svgUri(svg);
    }
  }

  /** A PNG file, in base64. */
  record Pixels(String base64, double proportion) implements ReadyLogo {
    @Override
    public String dataUri() {
      return "data:image/png;base64," + base64;
    }

    /** The file's bytes. */
    byte[] file() {
      return Base64.getDecoder().decode(base64);
    }
  }

  private static String svgUri(String svg) {
    return "data:image/svg+xml;base64,"
        + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
  }
}
