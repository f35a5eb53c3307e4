package dev.blazon.count.wire;

import dev.blazon.count.Day;

/** The days that can be on the wire: those with a year of four digits since 1970. */
final class Days {

  private static final int LAST = Day.of(9999, 12, 31).epochDay();

  private Days() {}

  static boolean isPossible(Day day) {
    return day.epochDay() >= 0 && day.epochDay() <= LAST;
  }
}
