package dev.blazon.upstream;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompresses a gzip stream (RFC 1952) as it arrives, in pieces of bounded size, so that a small
 * body that expands to gigabytes is noticed in time. The checksum is not verified: TLS and TCP have
 * their own, and the reader checks the document.
 */
final class Gunzip implements AutoCloseable {

  /** Receives the decompressed bytes; the array is reused afterwards. */
  interface Sink {
    void feed(byte[] bytes, int offset, int length) throws InvalidDocumentException;
  }

  private static final int PIECE = 16 * 1024;
  private static final int FIXED_HEADER = 10;
  private static final int FLAG_CHECKSUM = 2;
  private static final int FLAG_EXTRA = 4;
  private static final int FLAG_NAME = 8;
  private static final int FLAG_COMMENT = 16;

  /** The longest header, in bytes, with names and comments; no server sends longer ones. */
  private static final int MAX_HEADER = 1024;

  private final Sink sink;
  private final Inflater inflater = new Inflater(true);
  private final byte[] piece = new byte[PIECE];
  private byte[] header = new byte[0];
  private boolean headerRead;

  Gunzip(Sink sink) {
    this.sink = sink;
  }

  void feed(byte[] packed) throws InvalidDocumentException {
    if (headerRead) {
      inflate(packed, 0);
      return;
    }
    byte[] begun = Arrays.copyOf(header, header.length + packed.length);
    System.arraycopy(packed, 0, begun, header.length, packed.length);
    int end = endOfHeader(begun);
    if (end >= 0) {
      headerRead = true;
      header = new byte[0];
      inflate(begun, end);
    } else if (begun.length > MAX_HEADER) {
      throw new InvalidDocumentException("no gzip header");
    } else {
      header = begun;
    }
  }

  void finish() throws InvalidDocumentException {
    if (!inflater.finished()) {
      throw new InvalidDocumentException("the gzip stream is cut short");
    }
  }

  @Override
  public void close() {
    inflater.end();
  }

  private void inflate(byte[] packed, int offset) throws InvalidDocumentException {
    inflater.setInput(packed, offset, packed.length - offset);
    try {
      int length;
      while ((length = inflater.inflate(piece)) > 0) {
        sink.feed(piece, 0, length);
      }
    } catch (DataFormatException e) {
      throw new InvalidDocumentException("no gzip stream", e);
    }
  }

  /** The index of the compressed data, or -1 if the header is incomplete. */
  private static int endOfHeader(byte[] bytes) throws InvalidDocumentException {
    if (bytes.length < FIXED_HEADER) {
      return -1;
    }
    if ((bytes[0] & 0xff) != 0x1f || (bytes[1] & 0xff) != 0x8b || bytes[2] != 8) {
      throw new InvalidDocumentException("no gzip header");
    }
    int flags = bytes[3];
    int at = FIXED_HEADER;
    if ((flags & FLAG_EXTRA) != 0) {
      if (bytes.length < at + 2) {
        return -1;
      }
      at += 2 + (bytes[at] & 0xff) + ((bytes[at + 1] & 0xff) << 8);
    }
    for (int flag : new int[] {FLAG_NAME, FLAG_COMMENT}) {
      if ((flags & flag) != 0) {
        while (at < bytes.length && bytes[at] != 0) {
          at++;
        }
        at++;
      }
    }
    at += (flags & FLAG_CHECKSUM) != 0 ? 2 : 0;
    return at <= bytes.length ? at : -1;
  }
}
