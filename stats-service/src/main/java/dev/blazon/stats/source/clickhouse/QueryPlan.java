package dev.blazon.stats.source.clickhouse;

import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.project.ProjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/**
 * Divides projects and days among queries, so that each answer stays below the limits of the server
 * and of our memory. Small projects share a query; the days of a large one are spread over several.
 */
final class QueryPlan {

  /** The most project days that a query may answer with. */
  private final int maxRows;

  /** The most (version, installer) pairs of all its days together. */
  private final long maxItems;

  private final DayRange days;
  private final List<Piece> pieces = new ArrayList<>();
  private List<ProjectName> together = new ArrayList<>();
  private int rows;
  private long items;

  private QueryPlan(DayRange days, int maxRows, long maxItems) {
    this.days = days;
    this.maxRows = maxRows;
    this.maxItems = maxItems;
  }

  /**
   * Makes a plan. A single day of a project is never divided, even if it alone is too large.
   *
   * @param sizes for each project, the days that have rows, and how many items each has
   * @param days the days that are wanted
   */
  static List<Piece> of(
      Map<ProjectName, NavigableMap<Day, Long>> sizes, DayRange days, int maxRows, long maxItems) {
    QueryPlan plan = new QueryPlan(days, maxRows, maxItems);
    sizes.forEach(plan::add);
    plan.endPiece();
    return plan.pieces;
  }

  private void add(ProjectName project, NavigableMap<Day, Long> sizes) {
    if (sizes.isEmpty()) {
      return;
    }
    long all = sizes.values().stream().mapToLong(Long::longValue).sum();
    if (rows + sizes.size() > maxRows || items + all > maxItems) {
      endPiece();
    }
    if (sizes.size() > maxRows || all > maxItems) {
      divide(project, sizes);
      return;
    }
    together.add(project);
    rows += sizes.size();
    items += all;
  }

  private void endPiece() {
    if (!together.isEmpty()) {
      pieces.add(new Piece(List.copyOf(together), days));
    }
    together = new ArrayList<>();
    rows = 0;
    items = 0;
  }

  private void divide(ProjectName project, NavigableMap<Day, Long> sizes) {
    Day first = sizes.firstKey();
    Day last = first;
    int rowsSince = 0;
    long itemsSince = 0;
    for (Map.Entry<Day, Long> size : sizes.entrySet()) {
      boolean isFull = rowsSince == maxRows || itemsSince + size.getValue() > maxItems;
      if (isFull && rowsSince > 0) {
        pieces.add(new Piece(List.of(project), new DayRange(first, last)));
        first = size.getKey();
        rowsSince = 0;
        itemsSince = 0;
      }
      last = size.getKey();
      rowsSince++;
      itemsSince += size.getValue();
    }
    pieces.add(new Piece(List.of(project), new DayRange(first, last)));
  }
}
