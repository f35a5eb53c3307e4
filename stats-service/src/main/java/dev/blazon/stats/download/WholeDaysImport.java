package dev.blazon.stats.download;

import dev.blazon.count.Day;
import dev.blazon.count.Ledger;
import dev.blazon.count.LedgerEntry;
import dev.blazon.count.Month;
import dev.blazon.count.Scope;
import dev.blazon.stats.sort.RowSorter;
import dev.blazon.stats.sort.SortedRows;
import dev.blazon.stats.store.ImportLock;
import dev.blazon.stats.store.ImportTransaction;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Writes days of all projects, sorted before: one transaction a month, each with all of that
 * month's days, its totals, its ledger and its rankings. For one thread.
 */
final class WholeDaysImport {

  private final ImportLock lock;
  private final ImportOrigin origin;
  private final int versionDays;
  private final Clock clock;
  private final ImportProgress progress;

  WholeDaysImport(
      ImportLock lock, ImportOrigin origin, int versionDays, Clock clock, ImportProgress progress) {
    this.progress = progress;
    this.lock = lock;
    this.origin = origin;
    this.versionDays = versionDays;
    this.clock = clock;
  }

  /** Replaces all days of the tallies by the sorter's rows. */
  List<ImportedDay> run(RowSorter sorter, NavigableMap<Day, DayTally> tallies) throws IOException {
    NavigableMap<Month, List<Day>> months = new TreeMap<>();
    tallies
        .keySet()
        .forEach(day -> months.computeIfAbsent(day.month(), any -> new ArrayList<>()).add(day));
    List<ImportedDay> imported = new ArrayList<>();
    try (SortedRows rows = sorter.sorted()) {
      boolean left = rows.next();
      for (Map.Entry<Month, List<Day>> month : months.entrySet()) {
        left = importMonth(month.getKey(), month.getValue(), tallies, rows, left, imported);
      }
    }
    return imported;
  }

  private boolean importMonth(
      Month month,
      List<Day> days,
      NavigableMap<Day, DayTally> tallies,
      SortedRows rows,
      boolean anyRow,
      List<ImportedDay> imported)
      throws IOException {
    try (ImportTransaction transaction = lock.begin()) {
      Ledger before = transaction.ledger();
      Day newest = before.newestWholeDay().orElse(tallies.lastKey());
      Day last = tallies.lastKey().isAfter(newest) ? tallies.lastKey() : newest;
      MonthPlan plan = MonthPlan.of(month, days, before, last.minus(versionDays - 1));
      List<LedgerEntry> entries =
          new NewEntries(origin, Scope.ALL_PROJECTS, clock).of(before, days, tallies);
      Ledger after = before.with(entries);
      Rankings rankings = Rankings.of(after, transaction, month);
      MonthImport merge = new MonthImport(transaction, plan, rankings, progress);
      boolean breakdowns = !origin.dimensions().isEmpty() || transaction.hasBreakdowns(month);
      boolean left = merge.run(rows, breakdowns, anyRow);
      rankings.finish();
      for (LedgerEntry entry : entries) {
        LedgerEntry counted = NewEntries.withRows(entry, merge.rows(entry.day()));
        transaction.put(counted);
        imported.add(new ImportedDay(counted, before.entry(entry.day()).isPresent()));
      }
      transaction.commit();
      return left;
    }
  }
}
