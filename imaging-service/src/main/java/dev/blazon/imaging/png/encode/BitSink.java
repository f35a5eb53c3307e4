package dev.blazon.imaging.png.encode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Writes bits into an array, lowest bit first, as deflate packs them (RFC 1951, section 3.1.1). */
final class BitSink {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] target = new byte[0];
  private int position;
  private long pending;
  private int pendingBits;

  /** Starts writing at a position. */
  void start(byte[] array, int at) {
    target = array;
    position = at;
    pending = 0;
    pendingBits = 0;
  }

  /**
   * Appends bits.
   *
   * @param bits the bits; all above the lowest {@code count} must be 0
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

  /**
   * Appends the bits of each symbol. Encoding spends most of its time here, so all changing state
   * is in local variables.
   *
   * @param bits the bits of each symbol
   * @param counts the number of bits of each symbol, at most 15
   */
  void putAll(int[] bits, int[] counts, int[] symbols, int from, int to) {
    byte[] array = target;
    int at = position;
    long waiting = pending;
    int waitingBits = pendingBits;
    for (int i = from; i < to; i++) {
      int symbol = symbols[i];
      waiting |= (long) bits[symbol] << waitingBits;
      waitingBits += counts[symbol];
      if (waitingBits > 48) {
        LONG.set(array, at, waiting);
        at += waitingBits >>> 3;
        waiting >>>= waitingBits & ~7;
        waitingBits &= 7;
      }
    }
    position = at;
    pending = waiting;
    pendingBits = waitingBits;
    put(0, 0);
  }

  /** Fills the last byte with zeros; returns the position after it. */
  int finish() {
    return pendingBits > 0 ? position + 1 : position;
  }
}
