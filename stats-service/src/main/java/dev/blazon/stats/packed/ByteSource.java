package dev.blazon.stats.packed;

/** Reads bytes that a {@link ByteSink} wrote. Used again and again by one thread. */
final class ByteSource {

  private static final int LAST_SHIFT = 63;

  private byte[] bytes = new byte[0];
  private int at;
  private int end;

  void reset(byte[] source, int from, int to) {
    bytes = source;
    at = from;
    end = to;
  }

  byte[] array() {
    return bytes;
  }

  int position() {
    return at;
  }

  boolean isAtEnd() {
    return at >= end;
  }

  int nextByte() {
    if (at >= end) {
      throw new DamagedBlobException("the bytes end early");
    }
    return bytes[at++] & 0xff;
  }

  long nextVarint() {
    long value = 0;
    for (int shift = 0; shift <= LAST_SHIFT; shift += 7) {
      int next = nextByte();
      value |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        if (value < 0) {
          break;
        }
        return value;
      }
    }
    throw new DamagedBlobException("a number is too large");
  }

  int nextSmall() {
    long value = nextVarint();
    if (value > Integer.MAX_VALUE) {
      throw new DamagedBlobException("a number is too large: " + value);
    }
    return (int) value;
  }

  void skip(int count) {
    if (count > end - at) {
      throw new DamagedBlobException("the bytes end early");
    }
    at += count;
  }
}
