package dev.blazon.stats.usage.query;

import dev.blazon.usage.UsageTable;
import dev.blazon.usage.UsageTable.Cut;
import dev.blazon.usage.UsageTable.Row;
import dev.blazon.usage.UsageTable.Source;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Sums by stretch of time and group, on their way to a table. For one thread. */
final class Groups {

  /** Different cells that are held, in all; those beyond are one. */
  private static final int MOST_CELLS = 200_000;

  /**
   * A group in a stretch.
   *
   * @param start in milliseconds; 0 without an interval
   */
  record Cell(long start, List<String> keys) {}

  private final Map<Cell, Long> sums = new HashMap<>();
  private long records;
  private long errors;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  /** Adds those of other stretches of time, which stay as they are. */
  void addAll(Groups other) {
    other.sums.forEach(this::add);
    records += other.records;
    errors += other.errors;
    first = Math.min(first, other.first);
    last = Math.max(last, other.last);
  }

  int size() {
    return sums.size();
  }

  /** Notes reports of a stretch of time. */
  void look(long reports, long from, long to) {
    records += reports;
    first = Math.min(first, from);
    last = Math.max(last, to);
  }

  void lacking(long reports) {
    errors += reports;
  }

  Cell add(Cell cell, long reports) {
    Cell into = cell;
    if (sums.size() >= MOST_CELLS && !sums.containsKey(cell)) {
      into = new Cell(0, cell.keys().stream().map(key -> UsageTable.OTHER).toList());
    }
    sums.merge(into, reports, Long::sum);
    return into;
  }

  UsageTable table(
      boolean hasInterval, Optional<HostSets> hosts, Optional<Cut> cut, Source source) {
    Comparator<Map.Entry<Cell, Long>> largest = Map.Entry.<Cell, Long>comparingByValue().reversed();
    Comparator<Map.Entry<Cell, Long>> inOrder =
        Comparator.<Map.Entry<Cell, Long>>comparingLong(sum -> sum.getKey().start())
            .thenComparing(largest)
            .thenComparing(sum -> String.join("\0", sum.getKey().keys()));
    List<Map.Entry<Cell, Long>> kept =
        sums.entrySet().stream().sorted(largest).limit(UsageTable.MOST_ROWS).toList();
    List<Row> rows =
        kept.stream()
            .sorted(inOrder)
            .map(
                sum ->
                    new Row(
                        hasInterval
                            ? Optional.of(Instant.ofEpochMilli(sum.getKey().start()))
                            : Optional.empty(),
                        sum.getKey().keys(),
                        sum.getValue(),
                        hosts
                            .map(sets -> OptionalLong.of(sets.count(sum.getKey())))
                            .orElse(OptionalLong.empty())))
            .toList();
    Optional<Cut> why = cut.isEmpty() && kept.size() < sums.size() ? Optional.of(Cut.ROWS) : cut;
    long groups =
        hasInterval ? sums.keySet().stream().map(Cell::keys).distinct().count() : sums.size();
    return new UsageTable(
        rows,
        records,
        errors,
        groups,
        records == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(first)),
        records == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(last)),
        why,
        source,
        hosts.map(HostSets::error).orElse(0.0));
  }
}
