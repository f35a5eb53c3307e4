package dev.blazon.stats.packed;

import java.util.zip.CRC32C;

/**
 * The first five bytes of every packed form: a format byte, and a CRC-32C of format and content. A
 * database page that was damaged on disk, or half of an overwritten file, is noticed when it is
 * read.
 */
final class Envelope {

  static final int BYTES = 5;

  /** Begins a packed form; the checksum is filled in by {@link #seal}. */
  static void open(ByteSink sink, int format) {
    sink.clear();
    sink.putByte(format);
    sink.skip(BYTES - 1);
  }

  static void seal(ByteSink sink) {
    sink.putInt(1, checksum(sink.array(), sink.length()));
  }

  /** Checks format and checksum, and puts the source at the first byte of the content. */
  static void check(byte[] bytes, int format, ByteSource source) {
    if (bytes.length < BYTES) {
      throw new DamagedBlobException("only " + bytes.length + " bytes");
    }
    if (bytes[0] != format) {
      throw new DamagedBlobException("format " + bytes[0] + " is not " + format);
    }
    if (!hasChecksum(bytes)) {
      throw new DamagedBlobException("the checksum does not match");
    }
    source.reset(bytes, BYTES, bytes.length);
  }

  static boolean hasFormat(byte[] bytes, int format) {
    return bytes.length > 0 && bytes[0] == format;
  }

  /** Whether the checksum of at least {@link #BYTES} bytes matches. */
  static boolean hasChecksum(byte[] bytes) {
    int stored =
        (bytes[1] & 0xff) | ((bytes[2] & 0xff) << 8) | ((bytes[3] & 0xff) << 16) | (bytes[4] << 24);
    return stored == checksum(bytes, bytes.length);
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, BYTES, length - BYTES);
    crc.update(bytes[0]);
    return (int) crc.getValue();
  }

  private Envelope() {}
}
