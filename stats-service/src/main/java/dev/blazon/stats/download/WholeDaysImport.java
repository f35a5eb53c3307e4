package dev.blazon.stats.download;

import dev.blazon.count.CountingRule;
import dev.blazon.count.Day;
import dev.blazon.count.DayState;
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

  WholeDaysImport(ImportLock lock, ImportOrigin origin, int versionDays, Clock clock) {
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
      List<LedgerEntry> entries = entries(before, days, tallies);
      Ledger after = before.with(entries);
      Rankings rankings = new Rankings(after, transaction, month);
      MonthImport merge = new MonthImport(transaction, plan, rankings);
      boolean breakdowns = !origin.dimensions().isEmpty() || transaction.hasBreakdowns(month);
      boolean left = merge.run(rows, breakdowns, anyRow);
      rankings.finish();
      for (LedgerEntry entry : entries) {
        LedgerEntry counted = withRows(entry, merge.rows(entry.day()));
        transaction.put(counted);
        imported.add(new ImportedDay(counted, before.entry(entry.day()).isPresent()));
      }
      transaction.commit();
      return left;
    }
  }

  private List<LedgerEntry> entries(
      Ledger before, List<Day> days, NavigableMap<Day, DayTally> tallies) {
    List<LedgerEntry> entries = new ArrayList<>();
    Ledger known = before;
    for (Day day : days) {
      DayTally tally = tallies.get(day);
      DayState state = Plausibility.judge(known, day, Scope.ALL_PROJECTS, tally.sum().all());
      LedgerEntry entry =
          new LedgerEntry(
              day,
              origin.source(),
              Scope.ALL_PROJECTS,
              origin.rule().orElse(CountingRule.on(day)),
              state,
              0,
              tally.sum(),
              tally.rejects(),
              origin.measures(),
              origin.dimensions(),
              clock.instant());
      entries.add(entry);
      known = known.with(List.of(entry));
    }
    return entries;
  }

  private static LedgerEntry withRows(LedgerEntry entry, long rows) {
    return new LedgerEntry(
        entry.day(),
        entry.source(),
        entry.scope(),
        entry.rule(),
        entry.state(),
        rows,
        entry.sum(),
        entry.rejects(),
        entry.measures(),
        entry.dimensions(),
        entry.importedAt());
  }
}
