package dev.blazon.count;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One or more days in a row.
 *
 * @param first the earliest day
 * @param last the latest day, which belongs to the range
 */
public record DayRange(Day first, Day last) {

  public DayRange {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(last + " is before " + first);
    }
  }

  public static DayRange of(Day only) {
    return new DayRange(only, only);
  }

  public boolean contains(Day day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /** How many days the range has; at least 1. */
  public int length() {
    return last.epochDay() - first.epochDay() + 1;
  }

  public List<Day> days() {
    return IntStream.rangeClosed(first.epochDay(), last.epochDay()).mapToObj(Day::new).toList();
  }

  public List<Month> months() {
    return IntStream.rangeClosed(first.month().number(), last.month().number())
        .mapToObj(Month::new)
        .toList();
  }

  @Override
  public String toString() {
    return first + ".." + last;
  }
}
