package dev.blazon.stats.sort;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Sorted rows in a temporary file, in the form of an {@link Arena}. */
final class FileRun implements Run {

  private static final int BUFFER_BYTES = 256 * 1024;

  private final FileChannel file;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private long position;
  private int at;
  private int filled;
  private boolean ended;
  private int keyStart;
  private int keyLength;
  private long all;
  private long mirrors;

  /** Reads from the beginning of a file, which stays open. */
  FileRun(FileChannel file) {
    this.file = file;
  }

  @Override
  public boolean next() throws IOException {
    if (filled - at < Arena.MAX_ROW_BYTES && !ended) {
      fill();
    }
    if (at == filled) {
      return false;
    }
    keyLength = ((buffer[at] & 0xff) << 8) | (buffer[at + 1] & 0xff);
    keyStart = at + 2;
    at = keyStart + keyLength;
    all = varint();
    mirrors = varint();
    if (at > filled) {
      throw new EOFException("a temporary file ends early");
    }
    return true;
  }

  private void fill() throws IOException {
    System.arraycopy(buffer, at, buffer, 0, filled - at);
    filled -= at;
    at = 0;
    while (filled < buffer.length && !ended) {
      int read = file.read(ByteBuffer.wrap(buffer, filled, buffer.length - filled), position);
      ended = read < 0;
      position += Math.max(0, read);
      filled += Math.max(0, read);
    }
  }

  private long varint() {
    long value = 0;
    int shift = 0;
    while (buffer[at] < 0) {
      value |= (long) (buffer[at++] & 0x7f) << shift;
      shift += 7;
    }
    return value | (long) buffer[at++] << shift;
  }

  @Override
  public byte[] array() {
    return buffer;
  }

  @Override
  public int keyStart() {
    return keyStart;
  }

  @Override
  public int keyLength() {
    return keyLength;
  }

  @Override
  public long all() {
    return all;
  }

  @Override
  public long withoutMirrors() {
    return all - mirrors;
  }

  /** The sorter closes the file. */
  @Override
  public void close() {}
}
