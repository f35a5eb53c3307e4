package dev.blazon.count;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A calendar day in UTC: all counts of PyPI are counts of such days.
 *
 * @param epochDay days since 1970-01-01
 */
public record Day(int epochDay) implements Comparable<Day> {

  /** PyPI began in 2003, and no day before is imported. */
  public static final Day EARLIEST = of(2003, 1, 1);

  public static Day of(LocalDate date) {
    return new Day(Math.toIntExact(date.toEpochDay()));
  }

  public static Day of(int year, int month, int dayOfMonth) {
    return of(LocalDate.of(year, month, dayOfMonth));
  }

  /** The day that contains an instant. */
  public static Day at(Instant instant) {
    return of(LocalDate.ofInstant(instant, ZoneOffset.UTC));
  }

  /** Reads {@code 2026-08-24}; empty for anything else. */
  public static Optional<Day> parse(String text) {
    try {
      return Optional.of(of(LocalDate.parse(text)));
    } catch (DateTimeParseException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  public LocalDate date() {
    return LocalDate.ofEpochDay(epochDay);
  }

  public Month month() {
    return Month.of(this);
  }

  public Day plus(int days) {
    return new Day(epochDay + days);
  }

  public Day minus(int days) {
    return new Day(epochDay - days);
  }

  public boolean isBefore(Day other) {
    return epochDay < other.epochDay;
  }

  public boolean isAfter(Day other) {
    return epochDay > other.epochDay;
  }

  @Override
  public int compareTo(Day other) {
    return Integer.compare(epochDay, other.epochDay);
  }

  /** ISO 8601, as in {@code 2026-08-24}. */
  @Override
  public String toString() {
    return date().toString();
  }
}
