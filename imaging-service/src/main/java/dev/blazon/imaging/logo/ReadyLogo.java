package dev.blazon.imaging.logo;

import dev.blazon.badge.BadgeColor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A logo that was looked at and made safe: one of our own icons in a colour, an SVG document of
 * nothing but shapes, or a PNG picture of bounded size.
 */
sealed interface ReadyLogo {

  /** Its width divided by its height. */
  double proportion();

  /** As it stands in a badge's SVG. */
  String dataUri();

  /**
   * A named icon.
   *
   * @param path its outline, as SVG path data
   * @param frame the part of the path's plane that is shown
   * @param color what it is filled with
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

    /** The same as a document. */
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
