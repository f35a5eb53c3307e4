package dev.blazon.api.page;

import dev.blazon.badge.Ascii;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Percent-encoding (RFC 3986, section 2.1) that escapes every character with a meaning in any
 * markup.
 */
final class Encoding {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Encoding() {}

  /** Encodes all but unreserved characters of a path segment or of a query's name or value. */
  static String component(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (Ascii.isLetterOrDigit(c) || isMark(c)) {
        out.append(c);
      } else {
        out.append('%');
        HEX.toHexDigits(out, b);
      }
    }
    return out.toString();
  }

  private static boolean isMark(char c) {
    return c == '-' || c == '.' || c == '_' || c == '~';
  }
}
