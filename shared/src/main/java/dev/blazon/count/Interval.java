package dev.blazon.count;

import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The stretches of time that a series adds up, from the shortest to the longest. */
public enum Interval {
  DAY,
  /** ISO weeks: Monday to Sunday. */
  WEEK,
  /** Calendar months. */
  MONTH;

  /** The names of all. */
  public static final List<String> WORDS = Stream.of(values()).map(Interval::word).toList();

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The name in URLs, answers and sentences, as in {@code week}. */
  public String word() {
    return word;
  }

  /** The interval with a name; empty for any other text. */
  public static Optional<Interval> of(String word) {
    return Stream.of(values()).filter(interval -> interval.word.equals(word)).findFirst();
  }

  /** The next longer one; the longest itself. */
  public Interval longer() {
    return this == DAY ? WEEK : MONTH;
  }

  /** The first day of the stretch that contains a day. */
  public Day start(Day day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> Day.of(day.date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
      case MONTH -> day.month().first();
    };
  }

  /**
   * The first day of the next stretch.
   *
   * @param start the first day of a stretch
   */
  public Day next(Day start) {
    return switch (this) {
      case DAY -> start.plus(1);
      case WEEK -> start.plus(7);
      case MONTH -> Day.of(start.date().plusMonths(1));
    };
  }
}
