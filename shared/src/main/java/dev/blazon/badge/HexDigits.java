package dev.blazon.badge;

import java.util.OptionalInt;

/** Colours as 3, 4, 6, or 8 hexadecimal digits: CSS Color Module Level 4, section 5.2. */
final class HexDigits {

  private static final int OPAQUE = 0xff;

  private HexDigits() {}

  /** Reads lower-case digits without {@code #}; empty if they are not a colour. */
  static OptionalInt argb(String digits) {
    int length = digits.length();
    if (length != 3 && length != 4 && length != 6 && length != 8) {
      return OptionalInt.empty();
    }
    boolean single = length <= 4;
    int value = 0;
    for (int i = 0; i < length; i++) {
      int digit = digit(digits.charAt(i));
      if (digit < 0) {
        return OptionalInt.empty();
      }
      value = value << 4 | digit;
      if (single) {
        value = value << 4 | digit;
      }
    }
    boolean hasAlpha = length == 4 || length == 8;
    return OptionalInt.of(hasAlpha ? Integer.rotateRight(value, 8) : OPAQUE << 24 | value);
  }

  /** Writes {@code #rrggbb}, or {@code #rrggbbaa} if the colour is not opaque. */
  static String css(int argb) {
    boolean opaque = argb >>> 24 == OPAQUE;
    int digits = opaque ? 6 : 8;
    int value = opaque ? argb : Integer.rotateLeft(argb, 8);
    StringBuilder css = new StringBuilder(9).append('#');
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      css.append(Character.forDigit(value >> shift & 0xf, 16));
    }
    return css.toString();
  }

  /**
   * The value of a digit, or -1. {@link Character#digit} would also accept other scripts' digits.
   */
  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  }
}
