package dev.blazon.stats.download;

import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.DayState;
import dev.blazon.count.Ledger;
import dev.blazon.count.LedgerEntry;
import dev.blazon.count.Scope;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges whether the sum of a day is plausible beside the same weekdays of the four weeks before.
 * PyPI's own data lost parts of days and counted others twice; weekends have a third fewer
 * downloads, so only equal weekdays are compared, and never across a counting break. A day whose
 * sum is that of the day before is most likely that day.
 */
final class Plausibility {

  /** So many downloads are never the same number on two days, unless one day was sent twice. */
  private static final long NEVER_THE_SAME = 1_000_000;

  private static final int WEEKS = 4;
  private static final int DAYS_PER_WEEK = 7;

  /** One day alone proves nothing. */
  private static final int MIN_COMPARED = 2;

  private static final double MIN_RATIO = 0.5;
  private static final double MAX_RATIO = 1.7;

  static DayState judge(Ledger ledger, Day day, Scope scope, long sum) {
    if (sum >= NEVER_THE_SAME && isSumOf(ledger, day.minus(1), scope, sum)) {
      return DayState.SUSPECT;
    }
    List<Long> before = new ArrayList<>();
    for (int week = 1; week <= WEEKS; week++) {
      Day earlier = day.minus(week * DAYS_PER_WEEK);
      if (!ledger.breaksWithin(new DayRange(earlier, day))) {
        ledger
            .entry(earlier)
            .filter(entry -> entry.state() == DayState.COMPLETE && entry.scope() == scope)
            .map(Plausibility::all)
            .ifPresent(before::add);
      }
    }
    if (before.size() < MIN_COMPARED) {
      return DayState.COMPLETE;
    }
    before.sort(null);
    double usual = (before.get((before.size() - 1) / 2) + before.get(before.size() / 2)) / 2.0;
    return sum < usual * MIN_RATIO || sum > usual * MAX_RATIO
        ? DayState.SUSPECT
        : DayState.COMPLETE;
  }

  private static boolean isSumOf(Ledger ledger, Day day, Scope scope, long sum) {
    return ledger
        .entry(day)
        .filter(entry -> entry.scope() == scope && all(entry) == sum)
        .isPresent();
  }

  private static long all(LedgerEntry entry) {
    return entry.sum().all();
  }

  private Plausibility() {}
}
