package dev.blazon.stats.schedule;

import dev.blazon.count.Day;
import dev.blazon.count.Ledger;
import dev.blazon.count.LedgerEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides which days are imported in a night. */
final class DaysToImport {

  /** PyPI corrects its newest days; older ones by hand, and rarely. */
  private static final int READ_AGAIN = 3;

  /** A source that costs money is not asked for years in one night. */
  private static final int MOST_GAPS = 31;

  /**
   * The days, the newest first: it must not wait for a gap that nobody can fill.
   *
   * @param source days from elsewhere are not imported again: an operator chose them
   * @param since days that were imported after this moment are done
   */
  static List<Day> of(Ledger ledger, Day newest, String source, Instant since) {
    Set<Day> days = new LinkedHashSet<>();
    for (int back = 0; back < READ_AGAIN; back++) {
      Day day = newest.minus(back);
      Optional<LedgerEntry> entry = ledger.entry(day);
      boolean isOurs = entry.isEmpty() || entry.get().source().equals(source);
      boolean isDone = entry.isPresent() && !entry.get().importedAt().isBefore(since);
      if (isOurs && !isDone) {
        days.add(day);
      }
    }
    days.addAll(gaps(ledger, newest));
    return List.copyOf(days);
  }

  private static List<Day> gaps(Ledger ledger, Day newest) {
    int[] known = ledger.wholeDays();
    List<Day> gaps = new ArrayList<>();
    if (known.length == 0) {
      return gaps;
    }
    Day first = new Day(known[0]);
    for (Day day = newest; day.isAfter(first) && gaps.size() < MOST_GAPS; day = day.minus(1)) {
      if (!ledger.isWhole(day.epochDay())) {
        gaps.add(day);
      }
    }
    return gaps;
  }

  private DaysToImport() {}
}
