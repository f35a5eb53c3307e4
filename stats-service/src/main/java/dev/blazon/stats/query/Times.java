package dev.blazon.stats.query;

import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the place of each day of a range among the stretches of an interval that have a known day.
 */
final class Times {

  private static final int UNKNOWN = -1;

  private final DayRange range;
  private final int[] places;
  private final List<Day> starts = new ArrayList<>();
  private final int[] knownDays;

  Times(DayRange range, Interval interval, KnownDays known) {
    this.range = range;
    places = new int[range.length()];
    int[] counts = new int[range.length()];
    Day last = new Day(Integer.MIN_VALUE);
    for (int i = 0; i < places.length; i++) {
      Day day = range.first().plus(i);
      if (!known.isKnown(day)) {
        places[i] = UNKNOWN;
        continue;
      }
      Day start = interval.start(day);
      if (!start.equals(last)) {
        starts.add(start);
        last = start;
      }
      places[i] = starts.size() - 1;
      counts[places[i]]++;
    }
    knownDays = Arrays.copyOf(counts, starts.size());
  }

  List<Day> starts() {
    return starts;
  }

  int[] knownDays() {
    return knownDays;
  }

  /** Whether a day is in the range and known. */
  boolean has(int epochDay) {
    int i = epochDay - range.first().epochDay();
    return i >= 0 && i < places.length && places[i] != UNKNOWN;
  }

  int place(int epochDay) {
    return places[epochDay - range.first().epochDay()];
  }
}
