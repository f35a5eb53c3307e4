package dev.blazon.stats.query;

import dev.blazon.count.Basis;
import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Measure;
import dev.blazon.count.Total;
import dev.blazon.stats.packed.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A project's all-time total of which an operator gave the part up to a day.
 *
 * @param summary one with a seed
 */
record Seed(Summary summary) {

  private static final String NAME = "seed";

  /**
   * The total, and what it rests on: the seed first, from its last day on, and then known days.
   *
   * @param range all known days; empty if there are none
   */
  Total total(KnownDays known, Optional<DayRange> range, Measure measure) {
    Measure wanted = summary.seedKnowsMirrors() ? measure : Measure.ALL;
    DayRange days = days(range);
    Basis later = known.basis(days, wanted);
    List<String> sources = new ArrayList<>(List.of(NAME));
    sources.addAll(later.sources());
    Counts counts = new Counts(summary.totalAll(), summary.totalWithoutMirrors());
    return new Total(
        counts.in(later.measure()),
        new Basis(days, later.knownDays(), sources, later.measure(), later.breaks()));
  }

  private DayRange days(Optional<DayRange> range) {
    Day until = new Day(summary.seedUntil());
    if (range.isEmpty()) {
      return DayRange.of(until);
    }
    Day first = range.get().first();
    Day last = range.get().last();
    return new DayRange(first.isBefore(until) ? first : until, last.isAfter(until) ? last : until);
  }
}
