package dev.blazon.count;

import java.util.List;
import java.util.Optional;

/** A window of days beside the window of as many known days before it. */
public sealed interface Comparison {

  /**
   * Both are known, and were counted alike.
   *
   * @param before the downloads of the window before
   * @param now those of the window
   */
  record Change(long before, long now) implements Comparison {

    /** By how many percent the downloads grew; empty if there were none before. */
    public Optional<Double> percent() {
      return before == 0 ? Optional.empty() : Optional.of(100.0 * (now - before) / before);
    }
  }

  /** Counting changed between them, so that the numbers say nothing about growth. */
  record AcrossBreak(CountingBreak change) implements Comparison {}

  /** The window before is not known. */
  record Unknown() implements Comparison {}

  /**
   * Compares the newest days of a series.
   *
   * @param days the downloads of single days, of all lines together
   * @param length how many known days a window has
   * @param breaks the days on which counting changed
   */
  static Comparison of(Series days, int length, List<CountingBreak> breaks) {
    int end = days.starts().size();
    if (end < 2L * length) {
      return new Unknown();
    }
    DayRange both = new DayRange(days.starts().get(end - 2 * length), days.starts().get(end - 1));
    Optional<CountingBreak> change =
        breaks.stream().filter(next -> next.isWithin(both)).findFirst();
    return change.isPresent()
        ? new AcrossBreak(change.get())
        : new Change(sum(days, end - 2 * length, end - length), sum(days, end - length, end));
  }

  private static long sum(Series days, int from, int to) {
    long sum = 0;
    for (long[] line : days.downloads()) {
      for (int time = from; time < to; time++) {
        sum += line[time];
      }
    }
    return sum;
  }
}
