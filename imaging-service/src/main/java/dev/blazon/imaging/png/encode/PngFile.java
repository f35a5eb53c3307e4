package dev.blazon.imaging.png.encode;

import java.util.Arrays;
import java.util.zip.CRC32;

/** Writes the chunks of a PNG file (ISO/IEC 15948) into a reused buffer. */
final class PngFile {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** The bytes of a chunk's length, type, and checksum. */
  private static final int CHUNK_FRAME = 12;

  private final CRC32 crc = new CRC32();
  private byte[] bytes = new byte[8192];
  private int position;
  private int chunkStart;

  void start() {
    System.arraycopy(SIGNATURE, 0, bytes, 0, SIGNATURE.length);
    position = SIGNATURE.length;
  }

  /**
   * Begins a chunk.
   *
   * @param type four letters
   * @param atMost the maximum number of data bytes
   */
  void open(String type, int atMost) {
    if (bytes.length < position + CHUNK_FRAME + atMost) {
      bytes = Arrays.copyOf(bytes, 2 * (position + CHUNK_FRAME + atMost));
    }
    chunkStart = position;
    position += 4;
    for (int i = 0; i < 4; i++) {
      putByte(type.charAt(i));
    }
  }

  void putByte(int value) {
    bytes[position++] = (byte) value;
  }

  void putInt(int value) {
    putByte(value >>> 24);
    putByte(value >>> 16);
    putByte(value >>> 8);
    putByte(value);
  }

  /** Ends the chunk: fills in its length, and adds its checksum. */
  void close() {
    int end = position;
    position = chunkStart;
    putInt(end - chunkStart - 8);
    position = end;
    crc.reset();
    crc.update(bytes, chunkStart + 4, end - chunkStart - 4);
    putInt((int) crc.getValue());
  }

  /** The position of the next byte in {@link #bytes}. */
  int position() {
    return position;
  }

  /** Continues after bytes that were written to {@link #bytes} directly. */
  void position(int after) {
    position = after;
  }

  byte[] bytes() {
    return bytes;
  }

  byte[] take() {
    return Arrays.copyOf(bytes, position);
  }
}
