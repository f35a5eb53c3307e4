package dev.blazon.stats.download;

import java.nio.charset.StandardCharsets;

/**
 * A project's name as bytes, normalised by PEP 503 without making a string of it: an import reads
 * millions. It follows the same rules as {@link dev.blazon.project.ProjectName}. Used again and
 * again by one thread.
 */
final class NormalName {

  /** As {@link dev.blazon.project.ProjectName} allows. */
  private static final int MAX_LENGTH = 256;

  private static final int LOWER_OR_DIGIT = 1;
  private static final int UPPER = 2;
  private static final int SEPARATOR = 3;
  private static final byte[] KINDS = kinds();

  private final byte[] bytes = new byte[MAX_LENGTH];
  private int length;

  private static byte[] kinds() {
    byte[] kinds = new byte[256];
    for (int c = 'a'; c <= 'z'; c++) {
      kinds[c] = LOWER_OR_DIGIT;
    }
    for (int c = '0'; c <= '9'; c++) {
      kinds[c] = LOWER_OR_DIGIT;
    }
    for (int c = 'A'; c <= 'Z'; c++) {
      kinds[c] = UPPER;
    }
    kinds['-'] = SEPARATOR;
    kinds['_'] = SEPARATOR;
    kinds['.'] = SEPARATOR;
    return kinds;
  }

  /** Reads a name; false if no project can have it. */
  boolean read(byte[] text, int from, int to) {
    length = 0;
    if (to <= from || to - from > MAX_LENGTH) {
      return false;
    }
    for (int i = from; i < to; i++) {
      byte c = text[i];
      switch (KINDS[c & 0xff]) {
        case LOWER_OR_DIGIT -> bytes[length++] = c;
        case UPPER -> bytes[length++] = (byte) (c + 'a' - 'A');
        case SEPARATOR -> {
          if (length == 0) {
            return false;
          }
          if (bytes[length - 1] != '-') {
            bytes[length++] = '-';
          }
        }
        default -> {
          return false;
        }
      }
    }
    return bytes[length - 1] != '-';
  }

  /** The normalised name, in its first {@link #length} bytes. */
  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** The normalised name. */
  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.US_ASCII);
  }
}
