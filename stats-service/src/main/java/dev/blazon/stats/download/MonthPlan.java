package dev.blazon.stats.download;

import dev.blazon.count.Day;
import dev.blazon.count.Ledger;
import dev.blazon.count.Month;
import java.util.Collection;

/**
 * Which days of a month an import of all projects replaces.
 *
 * @param days the replaced days, one bit each, the first of the month lowest
 * @param daysWithVersions those of them whose versions are kept
 * @param mayHaveRows whether a project without new rows may have old ones on a replaced day
 */
record MonthPlan(Month month, int days, int daysWithVersions, boolean mayHaveRows) {

  static final int MAX_DAYS = 31;

  static MonthPlan of(Month month, Collection<Day> days, Ledger ledger, Day versionsFrom) {
    int bits = 0;
    int withVersions = 0;
    boolean known = false;
    for (Day day : days) {
      int bit = 1 << place(month, day);
      bits |= bit;
      if (!day.isBefore(versionsFrom)) {
        withVersions |= bit;
      }
      known |= ledger.entry(day).isPresent();
    }
    return new MonthPlan(month, bits, withVersions, known);
  }

  static int place(Month month, Day day) {
    return day.epochDay() - month.first().epochDay();
  }

  boolean replaces(int place) {
    return (days >>> place & 1) != 0;
  }

  boolean keepsVersions(int place) {
    return (daysWithVersions >>> place & 1) != 0;
  }
}
