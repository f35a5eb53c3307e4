package dev.blazon.stats.download;

import dev.blazon.count.Day;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads dates of rows, most of which are the date of the row before. For one thread. */
final class DateBytes {

  private byte[] last = {};
  private Optional<Day> day = Optional.empty();

  /** Reads {@code 2026-08-24}; empty for anything else. */
  Optional<Day> read(byte[] text, int from, int to) {
    if (!Arrays.equals(text, from, to, last, 0, last.length)) {
      last = Arrays.copyOfRange(text, from, to);
      day = Day.parse(new String(last, StandardCharsets.US_ASCII));
    }
    return day;
  }
}
