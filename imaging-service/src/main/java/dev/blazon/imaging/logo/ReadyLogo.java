package dev.blazon.imaging.logo;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A logo that was looked at and made safe: an SVG document of nothing but shapes, or a PNG picture
 * of bounded size.
 */
sealed interface ReadyLogo {

  /** Its width divided by its height. */
  double proportion();

  /** As it stands in a badge's SVG. */
  String dataUri();

  /** An SVG document of shapes. */
  record Shapes(String svg, double proportion) implements ReadyLogo {
    @Override
    public String dataUri() {
      return "data:image/svg+xml;base64,"
          + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
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
}
