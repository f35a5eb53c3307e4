package dev.blazon.stats.testing;

import dev.blazon.count.Counts;
import dev.blazon.count.Dimension;
import dev.blazon.stats.source.BreakdownRow;
import dev.blazon.stats.source.CountRow;
import dev.blazon.stats.source.RowSink;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Collects the rows of a source. */
public final class CollectedRows implements RowSink {

  private final List<CountRow> counts = new ArrayList<>();
  private final List<BreakdownRow> breakdowns = new ArrayList<>();

  @Override
  public void count(CountRow row) {
    counts.add(row);
  }

  @Override
  public void breakdown(BreakdownRow row) {
    breakdowns.add(row);
  }

  public List<CountRow> counts() {
    return counts;
  }

  public List<BreakdownRow> breakdowns() {
    return breakdowns;
  }

  /** The sum of the rows that count for totals. */
  public Counts sum(Predicate<CountRow> which) {
    return counts.stream().filter(which).map(CountRow::counts).reduce(Counts.ZERO, Counts::plus);
  }

  public Counts sum() {
    return sum(row -> true);
  }

  /** Counts by {@code project day version installer}, to compare two deliveries. */
  public SortedMap<String, Counts> byKey() {
    SortedMap<String, Counts> sums = new TreeMap<>();
    for (CountRow row : counts) {
      String key =
          row.project()
              + " "
              + row.day()
              + " "
              + row.version()
              + " "
              + row.details().get(Dimension.INSTALLER).orElse("-");
      sums.merge(key, row.counts(), Counts::plus);
    }
    for (BreakdownRow row : breakdowns) {
      String key =
          row.project() + " " + row.day() + " " + row.dimension().word() + "=" + row.category();
      sums.merge(key, row.counts(), Counts::plus);
    }
    return sums;
  }

  /** Counts of one dimension, by category. */
  public SortedMap<String, Counts> by(Dimension dimension) {
    SortedMap<String, Counts> sums = new TreeMap<>();
    breakdowns.stream()
        .filter(row -> row.dimension() == dimension)
        .forEach(row -> sums.merge(row.category(), row.counts(), Counts::plus));
    return sums;
  }
}
