package dev.blazon.stats.packed;

import java.util.Arrays;

/**
 * A growing array of bytes, used again and again by one thread. Numbers are written as varints:
 * seven bits a byte, the lowest first, as in protocol buffers.
 */
public final class ByteSink {

  private static final int MIN_CAPACITY = 256;
  private static final int MAX_VARINT_BYTES = 10;

  private byte[] bytes = new byte[MIN_CAPACITY];
  private int length;

  /** The array behind the sink; valid up to {@link #length()} until the next call that writes. */
  public byte[] array() {
    return bytes;
  }

  public int length() {
    return length;
  }

  public void clear() {
    length = 0;
  }

  void truncate(int to) {
    length = to;
  }

  public void putByte(int value) {
    ensure(1);
    bytes[length++] = (byte) value;
  }

  /** Writes a number that is not negative. */
  public void putVarint(long value) {
    ensure(MAX_VARINT_BYTES);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  public void put(byte[] source, int from, int to) {
    ensure(to - from);
    System.arraycopy(source, from, bytes, length, to - from);
    length += to - from;
  }

  void putInt(int at, int value) {
    bytes[at] = (byte) value;
    bytes[at + 1] = (byte) (value >>> 8);
    bytes[at + 2] = (byte) (value >>> 16);
    bytes[at + 3] = (byte) (value >>> 24);
  }

  void skip(int count) {
    ensure(count);
    length += count;
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  private void ensure(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
