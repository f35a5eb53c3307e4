package dev.blazon.imaging.svg;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The output buffer of an SVG: a growing array of UTF-8 bytes, reused for the next picture. Not
 * thread-safe.
 */
public final class SvgOutput {

  /** The initial size in bytes, enough for nearly every badge without a logo. */
  private static final int INITIAL_SIZE = 4096;

  /** A larger buffer, needed for an unusually large logo, is not reused. */
  private static final int MAX_KEPT_SIZE = 256 * 1024;

  /** The length of the longest escape, that of a quotation mark. */
  private static final int MAX_BYTES_PER_CHAR = 6;

  /** Three decimals: the layout uses eighths of a pixel, and logos need no finer widths. */
  private static final int DECIMALS = 1000;

  /** Ten digits before the point, three after it. */
  private static final int MAX_DIGITS = 13;

  private byte[] bytes = new byte[INITIAL_SIZE];
  private int size;

  /** A constant piece of SVG as bytes. */
  public static byte[] piece(String ascii) {
    return ascii.getBytes(StandardCharsets.US_ASCII);
  }

  /** Discards the output of a picture that failed halfway. */
  public SvgOutput restart() {
    size = 0;
    return this;
  }

  /** Returns the bytes written so far, and clears the buffer. */
  public byte[] take() {
    byte[] taken = Arrays.copyOf(bytes, size);
    size = 0;
    if (bytes.length > MAX_KEPT_SIZE) {
      bytes = new byte[INITIAL_SIZE];
    }
    return taken;
  }

  /** Writes a constant piece. */
  public SvgOutput put(byte[] piece) {
    reserve(piece.length);
    System.arraycopy(piece, 0, bytes, size, piece.length);
    size += piece.length;
    return this;
  }

  /** The number of bytes written so far. */
  public int position() {
    return size;
  }

  /** Copies the bytes between two positions: cheaper than computing them again. */
  SvgOutput putAgain(int from, int to) {
    int length = to - from;
    reserve(length);
    System.arraycopy(bytes, from, bytes, size, length);
    size += length;
    return this;
  }

  /** Writes text that contains only ASCII characters without a special meaning in XML. */
  public SvgOutput putPlain(String ascii) {
    int length = ascii.length();
    reserve(length);
    for (int i = 0; i < length; i++) {
      bytes[size + i] = (byte) ascii.charAt(i);
    }
    size += length;
    return this;
  }

  /** Writes text, escaped for use in an element or between double quotes. */
  public SvgOutput putEscaped(String text) {
    int length = text.length();
    reserve(length * MAX_BYTES_PER_CHAR);
    byte[] target = bytes;
    int at = size;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        int codePoint = text.codePointAt(i);
        at = putUtf8(target, at, codePoint);
        i += Character.charCount(codePoint) - 1;
      } else if (c == '&' || c == '<' || c == '>' || c == '"') {
        at = putEntity(target, at, c);
      } else {
        target[at++] = (byte) c;
      }
    }
    size = at;
    return this;
  }

  /** Writes a non-negative number without needless digits: {@code 7}, {@code .5}. */
  public SvgOutput put(double number) {
    reserve(MAX_DIGITS + 1);
    int whole = (int) number;
    if (whole == number) {
      putDigits(whole);
      return this;
    }
    int thousandths = (int) ((number - whole) * DECIMALS + 0.5);
    if (thousandths == DECIMALS) {
      putDigits(whole + 1);
      return this;
    }
    if (whole > 0 || thousandths == 0) {
      putDigits(whole);
    }
    if (thousandths > 0) {
      bytes[size++] = '.';
    }
    for (int unit = DECIMALS / 10; thousandths > 0; unit /= 10) {
      bytes[size++] = (byte) ('0' + thousandths / unit);
      thousandths %= unit;
    }
    return this;
  }

  private void putDigits(int number) {
    int end = size + digits(number);
    int rest = number;
    for (int at = end - 1; at >= size; at--) {
      bytes[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size = end;
  }

  private static int digits(int number) {
    int digits = 1;
    for (int rest = number; rest >= 10; rest /= 10) {
      digits++;
    }
    return digits;
  }

  private static int putUtf8(byte[] target, int start, int codePoint) {
    int at = start;
    if (codePoint < 0x800) {
      target[at++] = (byte) (0xc0 | codePoint >> 6);
    } else {
      if (codePoint < 0x10000) {
        target[at++] = (byte) (0xe0 | codePoint >> 12);
      } else {
        target[at++] = (byte) (0xf0 | codePoint >> 18);
        target[at++] = (byte) (0x80 | (codePoint >> 12 & 0x3f));
      }
      target[at++] = (byte) (0x80 | (codePoint >> 6 & 0x3f));
    }
    target[at++] = (byte) (0x80 | (codePoint & 0x3f));
    return at;
  }

  private static int putEntity(byte[] target, int start, char c) {
    String entity =
        switch (c) {
          case '&' -> "&amp;";
          case '<' -> "&lt;";
          case '>' -> "&gt;";
          default -> "&quot;";
        };
    for (int i = 0; i < entity.length(); i++) {
      target[start + i] = (byte) entity.charAt(i);
    }
    return start + entity.length();
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
