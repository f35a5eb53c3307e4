package dev.blazon.stats.download;

import dev.blazon.count.CountingRule;
import dev.blazon.count.Day;
import dev.blazon.count.DayState;
import dev.blazon.count.Ledger;
import dev.blazon.count.LedgerEntry;
import dev.blazon.count.Scope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Makes the ledger's entries of an import. */
record NewEntries(ImportOrigin origin, Scope scope, Clock clock) {

  /**
   * The entries of some days, without their numbers of rows.
   *
   * @param before the ledger before the import
   * @param days in ascending order
   * @param tallies of days that have rows
   */
  List<LedgerEntry> of(Ledger before, Collection<Day> days, Map<Day, DayTally> tallies) {
    List<LedgerEntry> entries = new ArrayList<>();
    Ledger known = before;
    for (Day day : days) {
      DayTally tally = tallies.getOrDefault(day, new DayTally());
      DayState state = Plausibility.judge(known, day, scope, tally.sum().all());
      LedgerEntry entry =
          new LedgerEntry(
              day,
              origin.source(),
              scope,
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

  static LedgerEntry withRows(LedgerEntry entry, long rows) {
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
