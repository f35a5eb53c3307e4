package dev.blazon.stats.source.clickhouse;

import dev.blazon.count.DayRange;
import dev.blazon.count.Dimension;
import dev.blazon.stats.source.RowSink;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.source.remote.Deadline;
import java.util.List;
import java.util.Set;

/** Reads the rows of some projects on some days, query by query. Used once, by one thread. */
final class HistoryReading {

  /** About 5 MB of JSON, and as much memory. */
  private static final long ITEMS_PER_ANSWER = 100_000;

  /** A day has a few dozen versions of Python or systems, with rubbish among them. */
  private static final int CATEGORY_ROWS = 5_000;

  /** A day has up to 250 countries. */
  private static final int COUNTRY_ROWS = 1_000;

  private final ClickHouseClient client;
  private final Deadline deadline;
  private final RowSink sink;
  private final ProjectSizes sizes;
  private final DayRange days;

  HistoryReading(
      ClickHouseClient client, Deadline deadline, RowSink sink, ProjectSizes sizes, DayRange days) {
    this.client = client;
    this.deadline = deadline;
    this.sink = sink;
    this.sizes = sizes;
    this.days = days;
  }

  void read(Set<Dimension> dimensions) throws SourceException, InterruptedException {
    int maxRows = client.maxRows(deadline);
    VersionRows versions = new VersionRows(sizes);
    for (Piece piece : plan(maxRows, ITEMS_PER_ANSWER)) {
      versions.emit(client.run(ClickPyQueries.versions(piece), deadline), piece, sink);
    }
    CategoryRows categories = new CategoryRows(versions.mirrors());
    if (dimensions.contains(Dimension.PYTHON)) {
      for (Piece piece : plan(Math.min(maxRows, CATEGORY_ROWS), Long.MAX_VALUE)) {
        QueryResult result = client.run(ClickPyQueries.pythons(piece), deadline);
        categories.emit(result, piece, Dimension.PYTHON, sink);
      }
    }
    if (dimensions.contains(Dimension.SYSTEM)) {
      for (Piece piece : plan(Math.min(maxRows, CATEGORY_ROWS), Long.MAX_VALUE)) {
        QueryResult result = client.run(ClickPyQueries.systems(piece), deadline);
        categories.emit(result, piece, Dimension.SYSTEM, sink);
      }
    }
    if (dimensions.contains(Dimension.COUNTRY)) {
      for (Piece piece : plan(Math.min(maxRows, COUNTRY_ROWS), Long.MAX_VALUE)) {
        categories.emitCountries(
            client.run(ClickPyQueries.countries(piece), deadline), piece, sink);
      }
    }
  }

  private List<Piece> plan(int maxRows, long maxItems) {
    return QueryPlan.of(sizes.byProject(), days, maxRows, maxItems);
  }
}
