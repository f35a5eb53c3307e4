package dev.blazon.stats.download;

import dev.blazon.count.Dimension;
import java.nio.charset.StandardCharsets;

/**
 * A category as it is kept: what is not plausible becomes {@code other}, so that clients which
 * claim anything do not fill the store. Used again and again by one thread.
 */
final class CategoryText {

  private static final int MAX_LENGTH = 40;
  private static final byte[] OTHER = "other".getBytes(StandardCharsets.US_ASCII);
  private static final int COUNTRY_LENGTH = 2;
  private static final int MAX_DOTS_OF_PYTHON = 1;

  private final byte[] bytes = new byte[MAX_LENGTH];
  private int length;

  void read(Dimension dimension, byte[] text, int from, int to) {
    int end = dimension == Dimension.PYTHON ? minorEnd(text, from, to) : to;
    length = end - from;
    if (length > MAX_LENGTH || !isPlausible(dimension, text, from, end)) {
      System.arraycopy(OTHER, 0, bytes, 0, OTHER.length);
      length = OTHER.length;
      return;
    }
    System.arraycopy(text, from, bytes, 0, length);
  }

  /** {@code 3.12.1} counts as {@code 3.12}. */
  private static int minorEnd(byte[] text, int from, int to) {
    int dots = 0;
    for (int i = from; i < to; i++) {
      if (text[i] == '.' && ++dots > MAX_DOTS_OF_PYTHON) {
        return i;
      }
    }
    return to;
  }

  private static boolean isPlausible(Dimension dimension, byte[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      byte c = text[i];
      boolean digit = c >= '0' && c <= '9';
      boolean upper = c >= 'A' && c <= 'Z';
      boolean plausible =
          switch (dimension) {
            case PYTHON -> digit || (c == '.' && i > from);
            case COUNTRY -> (upper || digit) && to - from == COUNTRY_LENGTH;
            case CI, SYSTEM, INSTALLER -> c >= ' ' && c <= '~';
          };
      if (!plausible) {
        return false;
      }
    }
    return true;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }
}
