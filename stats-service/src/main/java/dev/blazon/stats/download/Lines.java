package dev.blazon.stats.download;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The lines of a file as bytes, plain or unpacked from {@code .gz}. Line ends are {@code \n} or
 * {@code \r\n}; a byte order mark is left out. For one thread.
 */
final class Lines implements AutoCloseable {

  /** Real lines have a few hundred bytes; user agents at most a few thousand. */
  private static final int MAX_LINE_BYTES = 64 * 1024;

  private static final int BUFFER_BYTES = 4 * MAX_LINE_BYTES;
  private static final int GZIP_BUFFER_BYTES = 64 * 1024;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final Path file;
  private final InputStream input;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int filled;
  private int next;
  private int start;
  private int end;
  private long number;
  private boolean ended;

  Lines(Path file, ImportProgress progress) throws IOException, MalformedFileException {
    this.file = file;
    InputStream raw = new WatchedInput(Files.newInputStream(file), progress);
    if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".gz")) {
      input = raw;
      return;
    }
    boolean opened = false;
    try {
      input = new GZIPInputStream(raw, GZIP_BUFFER_BYTES);
      opened = true;
    } catch (EOFException | ZipException e) {
      throw new MalformedFileException(file, 0, "it is not packed by gzip, or cut");
    } finally {
      if (!opened) {
        raw.close();
      }
    }
  }

  /** Goes to the next line; false if there is none. */
  boolean next() throws IOException, MalformedFileException {
    int from = next;
    int scanned = from;
    while (true) {
      int at = indexOfLineEnd(scanned);
      if (at >= 0) {
        line(from, at);
        next = at + 1;
        return true;
      }
      if (ended) {
        next = filled;
        line(from, filled);
        return end > start || from < filled;
      }
      scanned = filled - from;
      fill(from);
      from = 0;
    }
  }

  private void line(int from, int to) {
    number++;
    start = from;
    end = to > from && buffer[to - 1] == '\r' ? to - 1 : to;
    if (number == 1
        && end - start >= BYTE_ORDER_MARK.length
        && Arrays.equals(
            buffer,
            start,
            start + BYTE_ORDER_MARK.length,
            BYTE_ORDER_MARK,
            0,
            BYTE_ORDER_MARK.length)) {
      start += BYTE_ORDER_MARK.length;
    }
  }

  private int indexOfLineEnd(int from) {
    for (int i = from; i < filled; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private void fill(int from) throws IOException, MalformedFileException {
    System.arraycopy(buffer, from, buffer, 0, filled - from);
    filled -= from;
    if (filled > MAX_LINE_BYTES) {
      number++;
      throw malformed("the line is longer than " + MAX_LINE_BYTES + " bytes");
    }
    try {
      int read = input.read(buffer, filled, buffer.length - filled);
      if (read < 0) {
        ended = true;
      } else {
        filled += read;
      }
    } catch (EOFException e) {
      number++;
      throw malformed("the file is cut: its gzip stream does not end");
    } catch (ZipException e) {
      number++;
      throw malformed("the gzip stream is damaged: " + e.getMessage());
    }
  }

  byte[] array() {
    return buffer;
  }

  /** Where the line begins in {@link #array}. */
  int start() {
    return start;
  }

  /** Where the line ends, without its line end. */
  int end() {
    return end;
  }

  /** The line's number, from 1. */
  long number() {
    return number;
  }

  MalformedFileException malformed(String reason) {
    return new MalformedFileException(file, number, reason);
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
