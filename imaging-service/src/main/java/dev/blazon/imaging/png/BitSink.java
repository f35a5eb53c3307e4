package dev.blazon.imaging.png;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Bits on their way into an array, least first, as deflate packs them (RFC 1951, section 3.1.1).
 */
final class BitSink {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** How far behind its end the sink may write: it writes eight bytes at a time. */
  static final int SLACK = 8;

  private byte[] target = new byte[0];
  private int position;
  private long pending;
  private int pendingBits;

  /** Starts to write at a position. */
  void start(byte[] array, int at) {
    target = array;
    position = at;
    pending = 0;
    pendingBits = 0;
  }

  /**
   * Appends bits.
   *
   * @param bits nothing above the lowest {@code count}
   * @param count at most 48
   */
  void put(long bits, int count) {
    pending |= bits << pendingBits;
    pendingBits += count;
    LONG.set(target, position, pending);
    int whole = pendingBits >>> 3;
    position += whole;
    pending >>>= whole << 3;
    pendingBits &= 7;
  }

  /** Fills the last byte with zeros; returns the position after it. */
  int finish() {
    return pendingBits > 0 ? position + 1 : position;
  }
}
