package dev.blazon.usage;

import dev.blazon.count.Day;
import dev.blazon.count.Interval;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The stretches of time by which reports are counted, in UTC. */
public enum UsageInterval {
  HOUR,
  DAY,
  /** ISO weeks: Monday to Sunday. */
  WEEK,
  /** Calendar months. */
  MONTH;

  /** The names of all. */
  public static final List<String> WORDS = Stream.of(values()).map(UsageInterval::word).toList();

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The name in URLs, as in {@code week}. */
  public String word() {
    return word;
  }

  /** The interval with a name; empty for any other text. */
  public static Optional<UsageInterval> of(String word) {
    return Stream.of(values()).filter(interval -> interval.word.equals(word)).findFirst();
  }

  /** The first instant of the stretch that contains an instant. */
  public Instant start(Instant time) {
    return this == HOUR ? time.truncatedTo(ChronoUnit.HOURS) : instant(days().start(Day.at(time)));
  }

  /**
   * The first instant of the next stretch.
   *
   * @param start the first instant of a stretch
   */
  public Instant next(Instant start) {
    return this == HOUR ? start.plus(1, ChronoUnit.HOURS) : instant(days().next(Day.at(start)));
  }

  private Interval days() {
    return switch (this) {
      case HOUR -> throw new IllegalStateException("an hour is no stretch of days");
      case DAY -> Interval.DAY;
      case WEEK -> Interval.WEEK;
      case MONTH -> Interval.MONTH;
    };
  }

  private static Instant instant(Day day) {
    return day.date().atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
