package dev.blazon.stats.download;

import dev.blazon.count.CountingBreak;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Ledger;
import dev.blazon.count.Window;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The days that rankings compare, after an import.
 *
 * @param windows the days of each window but {@link Window#ALL}
 * @param now the newest half of the days that growth compares; empty if there are too few
 * @param before the half before
 * @param newSince a project first downloaded on or after this day is new; empty if nobody can know
 */
record RankingDays(
    Map<Window, DayRange> windows,
    Optional<DayRange> now,
    Optional<DayRange> before,
    Optional<Day> newSince) {

  /** Two weeks beside two weeks: weekends weigh the same in both. */
  private static final int GROWTH_DAYS = 14;

  private static final int WEEK = 7;
  private static final int NEW_DAYS = 90;

  /** So many days must have been imported before one can tell that a project was not there. */
  private static final int KNOWN_BEFORE = 30;

  static RankingDays of(Ledger ledger) {
    int[] days = ledger.wholeDays();
    Map<Window, DayRange> windows = new EnumMap<>(Window.class);
    if (days.length == 0) {
      return new RankingDays(windows, Optional.empty(), Optional.empty(), Optional.empty());
    }
    Day newest = new Day(days[days.length - 1]);
    for (Window window : new Window[] {Window.DAY, Window.WEEK, Window.MONTH}) {
      windows.put(window, new DayRange(back(days, window.days()), newest));
    }
    Day comparable = lastBreak(ledger, newest);
    int half = half(days, comparable);
    Optional<DayRange> now = Optional.empty();
    Optional<DayRange> before = Optional.empty();
    if (half > 0) {
      now = Optional.of(new DayRange(back(days, half), newest));
      before = Optional.of(new DayRange(back(days, 2 * half), back(days, half + 1)));
    }
    return new RankingDays(windows, now, before, newSince(days, newest, comparable));
  }

  /** From the first day that any comparison needs to the newest; empty if there is none. */
  Optional<DayRange> all() {
    return Stream.concat(windows.values().stream(), before.stream())
        .map(DayRange::first)
        .min(Day::compareTo)
        .map(first -> new DayRange(first, windows.get(Window.DAY).last()));
  }

  private static Day back(int[] days, int count) {
    return new Day(days[Math.max(0, days.length - count)]);
  }

  /** Whole weeks of comparable days; 0 if there are not two of them. */
  private static int half(int[] days, Day comparable) {
    int count = 0;
    while (count < 2 * GROWTH_DAYS
        && count < days.length
        && days[days.length - 1 - count] >= comparable.epochDay()) {
      count++;
    }
    return count / 2 / WEEK * WEEK;
  }

  private static Optional<Day> newSince(int[] days, Day newest, Day comparable) {
    if (days.length <= KNOWN_BEFORE) {
      return Optional.empty();
    }
    int since = Math.max(newest.epochDay() - NEW_DAYS + 1, days[KNOWN_BEFORE]);
    return Optional.of(new Day(Math.max(since, comparable.epochDay())));
  }

  /** The day since which all days up to the newest were counted alike. */
  private static Day lastBreak(Ledger ledger, Day newest) {
    Day last = new Day(0);
    for (CountingBreak change : ledger.breaks()) {
      if (!change.day().isAfter(newest)) {
        last = change.day();
      }
    }
    return last;
  }
}
