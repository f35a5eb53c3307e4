package dev.blazon.imaging.logo;

import java.util.Base64;

/**
 * Reads logos that are part of the badge's URL, in the forms that shields.io accepts: {@code
 * data:image/svg+xml;base64,} or {@code data:image/png;base64,} and the file. {@code data:} may be
 * missing. A space is read as a plus sign, because some clients decode plus signs to spaces.
 */
final class CustomLogos {

  /** The maximum size of the file, before base64. */
  static final int MAX_BYTES = 32 << 10;

  private static final int MAX_CHARACTERS = (MAX_BYTES + 2) / 3 * 4;
  private static final String DATA = "data:";
  private static final String IMAGE = "image/";
  private static final String SVG = "image/svg+xml;base64,";
  private static final String PNG = "image/png;base64,";

  private CustomLogos() {}

  /** Whether the source contains a file, and is not a name. */
  static boolean isCustom(String source) {
    return source.startsWith(DATA) || source.startsWith(IMAGE);
  }

  /**
   * Reads and sanitises the file.
   *
   * @throws LogoException if that is impossible; the message is for the author of the badge
   */
  static ReadyLogo read(String source) throws LogoException {
    String image = source.startsWith(DATA) ? source.substring(DATA.length()) : source;
    if (image.startsWith(SVG)) {
      return SafeSvg.read(decode(image.substring(SVG.length())));
    }
    if (image.startsWith(PNG)) {
      return SafePng.read(decode(image.substring(PNG.length())));
    }
    throw new LogoException(
        "a custom logo is data:image/svg+xml;base64, or data:image/png;base64,");
  }

  static byte[] decode(String base64) throws LogoException {
    String text = base64.strip().replace(' ', '+');
    if (text.length() > MAX_CHARACTERS) {
      throw new LogoException("a custom logo is 32 KB at most");
    }
    try {
      byte[] file = Base64.getDecoder().decode(text);
      if (file.length <= MAX_BYTES) {
        return file;
      }
    } catch (IllegalArgumentException e) {
      throw new LogoException("the custom logo is not base64", e);
    }
    throw new LogoException("a custom logo is 32 KB at most");
  }
}
