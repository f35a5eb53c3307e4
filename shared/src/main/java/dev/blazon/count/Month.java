package dev.blazon.count;

import java.time.LocalDate;

/**
 * A calendar month in UTC.
 *
 * @param number months since January of the year 0
 */
public record Month(int number) implements Comparable<Month> {

  private static final int MONTHS_PER_YEAR = 12;

  public static Month of(Day day) {
    LocalDate date = day.date();
    return new Month(date.getYear() * MONTHS_PER_YEAR + date.getMonthValue() - 1);
  }

  public Day first() {
    return Day.of(
        LocalDate.of(
            Math.floorDiv(number, MONTHS_PER_YEAR), Math.floorMod(number, MONTHS_PER_YEAR) + 1, 1));
  }

  public Day last() {
    return next().first().minus(1);
  }

  public Month next() {
    return new Month(number + 1);
  }

  public DayRange days() {
    return new DayRange(first(), last());
  }

  @Override
  public int compareTo(Month other) {
    return Integer.compare(number, other.number);
  }

  /** ISO 8601, as in {@code 2026-08}. */
  @Override
  public String toString() {
    String day = first().toString();
    return day.substring(0, day.length() - "-01".length());
  }
}
