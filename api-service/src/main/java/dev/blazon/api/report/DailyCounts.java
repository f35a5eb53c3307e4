package dev.blazon.api.report;

import dev.blazon.count.Basis;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Ledger;
import dev.blazon.count.LedgerEntry;
import dev.blazon.count.Measure;
import dev.blazon.count.Scope;
import dev.blazon.count.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Downloads a day.
 *
 * @param days the days that are known
 * @param downloads on each of them
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
record DailyCounts(Basis basis, List<Day> days, long[] downloads) {

  /** The sum of all lines of a series by day. */
  static DailyCounts of(Series series) {
    long[] sums = new long[series.starts().size()];
    for (long[] line : series.downloads()) {
      Arrays.setAll(sums, time -> sums[time] + line[time]);
    }
    return new DailyCounts(series.basis(), series.starts(), sums);
  }

  /** The downloads of all of PyPI; empty if no such day was imported. */
  static Optional<DailyCounts> ofEverything(Ledger ledger, DayRange wanted, Measure measure) {
    List<LedgerEntry> entries =
        ledger.entries().stream()
            .filter(entry -> entry.scope() == Scope.ALL_PROJECTS && wanted.contains(entry.day()))
            .toList();
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    List<Day> days = entries.stream().map(LedgerEntry::day).toList();
    DayRange range = new DayRange(days.get(0), days.get(days.size() - 1));
    Measure counted = ledger.knowsMirrors(range) ? measure : Measure.ALL;
    return Optional.of(
        new DailyCounts(
            new Basis(
                range, days.size(), ledger.sources(range), counted, ledger.breaksWithin(range)),
            days,
            entries.stream().mapToLong(entry -> entry.sum().in(counted)).toArray()));
  }

  /** The same days without downloads. */
  DailyCounts withoutDownloads() {
    return new DailyCounts(basis, days, new long[days.size()]);
  }

  long sum() {
    return Arrays.stream(downloads).sum();
  }
}
