package dev.blazon.count;

import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;

/** The stretches of time that a series adds up. */
public enum Interval {
  DAY,
  /** ISO weeks: Monday to Sunday. */
  WEEK,
  /** Calendar months. */
  MONTH;

  /** The first day of the stretch that contains a day. */
  public Day start(Day day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> Day.of(day.date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
      case MONTH -> day.month().first();
    };
  }
}
