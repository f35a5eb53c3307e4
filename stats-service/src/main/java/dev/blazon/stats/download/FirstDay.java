package dev.blazon.stats.download;

import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Month;
import dev.blazon.stats.packed.MonthReader;
import dev.blazon.stats.packed.Summary;
import dev.blazon.stats.store.ImportTransaction;
import dev.blazon.stats.store.StoredMonth;
import java.util.List;

/** Finds the first day with downloads of a project again, after a correction of that day. */
final class FirstDay {

  /**
   * Finds it.
   *
   * @param changed the month that is being changed; earlier ones have no downloads
   * @param days the new packed days of that month; empty if there are none
   * @return days since 1970-01-01; 0 if there are no downloads at all
   */
  static int find(
      Month changed, byte[] days, int project, Summary summary, ImportTransaction transaction) {
    MonthReader reader = new MonthReader();
    if (days.length > 0) {
      reader.reset(days);
      if (reader.next()) {
        return changed.first().epochDay() + reader.day();
      }
    }
    return findFrom(changed.next(), project, summary, transaction);
  }

  /** Finds it in a month or later ones; earlier ones have no downloads. */
  static int findFrom(Month from, int project, Summary summary, ImportTransaction transaction) {
    // Every kept day is among the recent ones, or before them.
    Month newest = new Day(Math.max(summary.newestDay(), summary.recentFrom())).month();
    if (newest.compareTo(from) < 0) {
      return 0;
    }
    MonthReader reader = new MonthReader();
    List<Month> later = new DayRange(from.first(), newest.last()).months();
    for (StoredMonth month : transaction.months(project, later)) {
      reader.reset(month.days());
      if (reader.next()) {
        return month.month().first().epochDay() + reader.day();
      }
    }
    return 0;
  }

  private FirstDay() {}
}
