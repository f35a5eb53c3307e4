package dev.blazon.bench.stats;

import dev.blazon.bench.Child;
import dev.blazon.bench.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a store of SQLite takes on disk.
 *
 * @param used bytes of all pages but those that are free
 * @param months of them, bytes of the tables of months and breakdowns
 */
record StoreSize(long used, long months) {

  /** A month is closed when seven days of the next one are there: so many days are open at most. */
  static final int OPEN_DAYS = 31 + 7;

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String READ =
      "SELECT (SELECT sum(pgsize) FROM dbstat WHERE aggregate = TRUE) || ' ' || (SELECT sum(pgsize) FROM"
          + " dbstat WHERE aggregate = TRUE AND name IN ('project_month', 'project_breakdown'));";

  static StoreSize of(Place place, Path folder) throws IOException, InterruptedException {
    String database = folder.resolve("downloads.db").toString();
    String[] numbers =
        Child.output(place, List.of("sqlite3", "-batch", database, READ), PATIENCE)
            .strip()
            .split(" ", -1);
    return new StoreSize(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
  }

  /**
   * Bytes of a store with many days: the newest in open months, the others in closed ones, and all
   * else as it is.
   *
   * @param days how many days this store has
   * @param closed the same store with all months closed
   */
  double of(int keptDays, int days, StoreSize closed) {
    double open = (double) months / days;
    double packed = (double) closed.months / days;
    return used - months + open * OPEN_DAYS + packed * (keptDays - OPEN_DAYS);
  }
}
