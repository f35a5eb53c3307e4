package dev.blazon.stats.command;

import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.DayState;
import dev.blazon.count.Ledger;
import dev.blazon.count.LedgerEntry;
import dev.blazon.count.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an operator wants to know about a database.
 *
 * @param database where it is, without a password
 * @param bytes what it takes on disk
 */
record Status(String database, long bytes, Ledger ledger) {

  /** Days of a source, added up. */
  record SourceDays(int days, long rows, Counts sum, long rejects) {
    SourceDays plus(LedgerEntry entry) {
      return new SourceDays(
          days + 1, rows + entry.rows(), sum.plus(entry.sum()), rejects + entry.rejects());
    }
  }

  List<LedgerEntry> days(Scope scope) {
    return ledger.entries().stream().filter(entry -> entry.scope() == scope).toList();
  }

  Optional<Day> newestWhole() {
    return ledger.newestWholeDay();
  }

  List<LedgerEntry> suspect() {
    return ledger.entries().stream().filter(entry -> entry.state() == DayState.SUSPECT).toList();
  }

  /** The stretches of missing days. */
  List<DayRange> gaps() {
    List<DayRange> gaps = new ArrayList<>();
    for (Day day : ledger.missingDays()) {
      int newest = gaps.size() - 1;
      if (newest >= 0 && gaps.get(newest).last().plus(1).equals(day)) {
        gaps.set(newest, new DayRange(gaps.get(newest).first(), day));
      } else {
        gaps.add(DayRange.of(day));
      }
    }
    return gaps;
  }

  /** By the names of the sources. */
  Map<String, SourceDays> sources() {
    Map<String, SourceDays> sources = new TreeMap<>();
    for (LedgerEntry entry : ledger.entries()) {
      sources.merge(
          entry.source(),
          new SourceDays(0, 0, Counts.ZERO, 0).plus(entry),
          (before, any) -> before.plus(entry));
    }
    return sources;
  }
}
