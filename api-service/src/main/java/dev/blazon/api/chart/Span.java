package dev.blazon.api.chart;

import dev.blazon.chart.wire.ChartExchange;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Interval;
import java.util.Optional;

/** The days of a chart, and the stretch of time of each of its numbers. */
record Span(DayRange days, Interval interval) {

  /** Narrower numbers run together. */
  private static final int LEAST_PIXELS = 4;

  /** Many lines that all fall at each weekend hide their trends. */
  private static final int LEAST_PIXELS_OF_PARTS = 8;

  private static final int DAYS_OF_A_MONTH = 30;
  private static final int DAYS_OF_A_WEEK = 7;

  /**
   * Chooses the interval. The days of a total begin with a whole stretch; those of parts do not,
   * since these may not be kept for longer.
   *
   * @param days those that are asked for
   * @param wanted the interval; a longer one is taken if a chart cannot have so many numbers.
   *     Empty: the shortest that leaves a number some pixels
   * @param width of the chart, in pixels
   * @param parts whether downloads are split
   */
  static Span of(DayRange days, Optional<Interval> wanted, int width, boolean parts) {
    int pixels = parts ? LEAST_PIXELS_OF_PARTS : LEAST_PIXELS;
    int most = wanted.isPresent() ? ChartExchange.MOST_STARTS - 1 : width / pixels;
    Interval interval = wanted.orElse(Interval.DAY);
    while (interval != Interval.MONTH && days.length() / lengthOf(interval) > most) {
      interval = interval.longer();
    }
    Day first = parts ? days.first() : interval.start(days.first());
    Day earliest = first.isBefore(Day.EARLIEST) ? Day.EARLIEST : first;
    return new Span(new DayRange(earliest, days.last()), interval);
  }

  private static int lengthOf(Interval interval) {
    return switch (interval) {
      case DAY -> 1;
      case WEEK -> DAYS_OF_A_WEEK;
      case MONTH -> DAYS_OF_A_MONTH;
    };
  }
}
