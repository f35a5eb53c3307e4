package dev.blazon.count;

import java.util.Arrays;
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

  /** Two windows of 30 days each, with room for as many days that are missing. */
  int DAYS_READ = 120;

  /**
   * The question whose answer compares every window up to {@link Window#MONTH}.
   *
   * @param newest the newest day that is counted
   */
  static SeriesQuery query(Day newest, Measure measure) {
    return new SeriesQuery(
        new DayRange(newest.minus(DAYS_READ - 1), newest),
        new Split.Nothing(),
        Interval.DAY,
        measure);
  }

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
    return change.isPresent() ? new AcrossBreak(change.get()) : change(days.sums(), length);
  }

  private static Change change(long[] days, int length) {
    int end = days.length;
    return new Change(
        Arrays.stream(days, end - 2 * length, end - length).sum(),
        Arrays.stream(days, end - length, end).sum());
  }
}
