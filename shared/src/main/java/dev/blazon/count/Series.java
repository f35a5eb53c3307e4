package dev.blazon.count;

import java.util.Arrays;
import java.util.List;

/**
 * Downloads of a project by time and line. Times without a known day are left out, since a missing
 * day is not a day without downloads.
 *
 * @param starts the first day of each time, in ascending order
 * @param knownDays how many days of each time are known
 * @param lines the name of each line, as in {@code 2.31.0}; empty for downloads that belong to none
 * @param downloads by line, then by time
 */
@SuppressWarnings(
    "ArrayRecordComponent") // A large project has 100,000 numbers; nobody compares them.
public record Series(
    List<Day> starts, int[] knownDays, List<String> lines, long[][] downloads, Basis basis) {

  public Series {
    starts = List.copyOf(starts);
    lines = List.copyOf(lines);
  }

  /** The downloads of all lines together, by time. */
  public long[] sums() {
    long[] sums = new long[starts.size()];
    for (long[] line : downloads) {
      Arrays.setAll(sums, time -> sums[time] + line[time]);
    }
    return sums;
  }

  /** All downloads of a line. */
  public long total(int line) {
    return Arrays.stream(downloads[line]).sum();
  }
}
