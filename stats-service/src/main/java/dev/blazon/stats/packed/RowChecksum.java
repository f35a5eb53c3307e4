package dev.blazon.stats.packed;

import java.util.zip.CRC32C;

/**
 * Binds packed bytes to the row that holds them: the row's key is mixed into their checksum. So a
 * damaged key, which makes bytes appear in another row, is noticed like a damaged byte.
 */
public final class RowChecksum {

  /** Spreads each bit of a key over the upper half of the product: 2^64 / golden ratio. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** The key of a row about a project. */
  public static long key(byte[] name, int id) {
    CRC32C crc = new CRC32C();
    crc.update(name, 0, name.length);
    return (crc.getValue() << Integer.SIZE) | id;
  }

  /** Mixes a key into the checksum, in place; once more, and it is taken out again. */
  public static void mix(byte[] packed, long key) {
    if (packed.length < Envelope.BYTES) {
      return;
    }
    int salt = (int) ((key * SPREAD) >>> Integer.SIZE);
    for (int i = 1; i < Envelope.BYTES; i++) {
      packed[i] ^= (byte) salt;
      salt >>>= Byte.SIZE;
    }
  }

  /** Whether packed bytes, without a key, are those that were written. */
  public static boolean matches(byte[] packed) {
    return packed.length >= Envelope.BYTES && Envelope.hasChecksum(packed);
  }

  private RowChecksum() {}
}
