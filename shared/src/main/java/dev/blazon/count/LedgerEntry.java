package dev.blazon.count;

import java.time.Instant;
import java.util.Set;

/**
 * What the ledger says about an imported day. There is one entry a day, of its last import.
 *
 * @param source the name of the source, as in {@code clickhouse}
 * @param rows how many (project, version) pairs the day has
 * @param sum all downloads of the day
 * @param rejects rows that were well-formed, but about an impossible project or version
 * @param measures what the source could count; always contains {@link Measure#ALL}
 * @param dimensions what the source could split downloads by
 * @param importedAt when the import ended
 */
public record LedgerEntry(
    Day day,
    String source,
    Scope scope,
    CountingRule rule,
    DayState state,
    long rows,
    Counts sum,
    long rejects,
    Set<Measure> measures,
    Set<Dimension> dimensions,
    Instant importedAt) {

  public LedgerEntry {
    measures = Set.copyOf(measures);
    dimensions = Set.copyOf(dimensions);
  }
}
