package dev.blazon.stats.query;

import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.stats.packed.CountReader;
import dev.blazon.stats.packed.MonthReader;
import dev.blazon.stats.packed.Summary;
import dev.blazon.stats.store.StoredMonth;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Downloads of a project on each day, or added up, from its summary or, for older days, its months.
 */
public final class DaySums {

  private final MonthsOfProject months;

  public DaySums(MonthsOfProject months) {
    this.months = months;
  }

  /** All downloads on some days, both ends included. */
  public Counts sum(int project, Summary summary, DayRange days) {
    int first = days.first().epochDay();
    int last = days.last().epochDay();
    if (first >= summary.recentFrom()) {
      return new Counts(summary.sumAll(first, last), summary.sumWithoutMirrors(first, last));
    }
    return byDay(project, days).values().stream().reduce(Counts.ZERO, Counts::plus);
  }

  /** The days with downloads, in ascending order. */
  public NavigableMap<Day, Counts> byDay(int project, DayRange days) {
    NavigableMap<Day, Counts> found = new TreeMap<>();
    MonthReader reader = new MonthReader();
    for (StoredMonth month : months.read(project, days.months())) {
      reader.reset(month.days());
      while (reader.next()) {
        Day day = month.month().first().plus(reader.day());
        if (days.contains(day)) {
          found.put(day, total(reader));
        }
      }
    }
    return found;
  }

  /** All downloads of the day that a reader stands at. */
  public static Counts total(MonthReader reader) {
    long all = reader.restAll();
    long without = reader.restWithoutMirrors();
    CountReader versions = reader.versions();
    while (versions.next()) {
      all += versions.all();
      without += versions.withoutMirrors();
    }
    return new Counts(all, without);
  }
}
