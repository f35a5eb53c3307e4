package dev.blazon.stats.source.remote;

import java.nio.charset.StandardCharsets;

/**
 * The end of an answer as one line of text, for messages: an upstream explains its error there. Not
 * thread-safe.
 */
public final class Excerpt {

  /** Long enough for the error messages of ClickHouse and BigQuery, in bytes. */
  private static final int LENGTH = 2_000;

  private static final int QUOTED = 60;

  private final byte[] ring = new byte[LENGTH];
  private long length;

  void add(byte[] bytes, int offset, int count) {
    for (int i = Math.max(offset, offset + count - LENGTH); i < offset + count; i++) {
      ring[(int) (length++ % LENGTH)] = bytes[i];
    }
  }

  /** The last bytes, with each run of control characters and blanks as one blank. */
  @Override
  public String toString() {
    int kept = (int) Math.min(length, LENGTH);
    byte[] last = new byte[kept];
    for (int i = 0; i < kept; i++) {
      last[i] = ring[(int) ((length - kept + i) % LENGTH)];
    }
    return plain(new String(last, StandardCharsets.UTF_8));
  }

  /** A text of a stranger, shortened, without line breaks, and in quotation marks. */
  public static String quoted(String text) {
    String line = plain(text);
    return '"' + (line.length() > QUOTED ? line.substring(0, QUOTED) + "…" : line) + '"';
  }

  private static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }
}
