package dev.blazon.api.dialect;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Percent-decoding (RFC 3986, section 2.1) that never fails: an invalid escape stays as it is,
 * invalid UTF-8 becomes the replacement character.
 */
final class PercentDecoding {

  private PercentDecoding() {}

  static String ofPath(String text) {
    return text.indexOf('%') < 0 ? text : decode(text, false);
  }

  /** Also decodes {@code +} to a space, as HTML forms encode queries. */
  static String ofQuery(String text) {
    return text.indexOf('%') < 0 && text.indexOf('+') < 0 ? text : decode(text, true);
  }

  private static String decode(String text, boolean plusIsSpace) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 16);
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < raw.length; i++) {
      int value = raw[i] == '%' ? escaped(raw, i) : -1;
      if (value >= 0) {
        bytes.write(value);
        i += 2;
      } else {
        bytes.write(plusIsSpace && raw[i] == '+' ? ' ' : raw[i]);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** The byte of the escape at this index, or -1 if there is no escape. */
  private static int escaped(byte[] raw, int at) {
    if (at + 2 >= raw.length) {
      return -1;
    }
    int high = Character.digit(raw[at + 1], 16);
    int low = Character.digit(raw[at + 2], 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }
}
