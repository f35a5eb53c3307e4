package dev.blazon.stats.source.clickhouse;

import java.util.Map;
import java.util.Optional;

/**
 * The limits that a ClickHouse server sets for our user; 0 means none. At some of them it stops
 * reading without an error, and its answer is too small. So an answer that reaches a limit is
 * refused, whatever the server does there.
 *
 * @param resultRows the most rows of a result
 * @param rowsToRead the most rows that a query may read from tables
 * @param bytesToRead the most bytes that it may read
 * @param groups the most groups that it may form
 * @param seconds how long it may run
 */
record ServerLimits(
    long resultRows, long rowsToRead, long bytesToRead, long groups, double seconds) {

  /**
   * Those of the public service's user {@code demo}, read on 2026-09-28. They are used when the
   * server does not tell its settings. They have been tightened without notice before.
   */
  static final ServerLimits PUBLIC =
      new ServerLimits(10_000, 1_000_000_000L, 50_000_000_000L, 0, 60);

  /** Names of the settings, in the order of the components. */
  static final String RESULT_ROWS = "max_result_rows";

  static final String ROWS_TO_READ = "max_rows_to_read";
  static final String BYTES_TO_READ = "max_bytes_to_read";
  static final String GROUPS = "max_rows_to_group_by";
  static final String SECONDS = "max_execution_time";

  /** Reads settings as ClickHouse's table {@code system.settings} has them. */
  static ServerLimits of(Map<String, String> settings) {
    return new ServerLimits(
        whole(settings, RESULT_ROWS),
        whole(settings, ROWS_TO_READ),
        whole(settings, BYTES_TO_READ),
        whole(settings, GROUPS),
        whole(settings, SECONDS));
  }

  private static long whole(Map<String, String> settings, String name) {
    try {
      return Long.parseLong(settings.getOrDefault(name, "0"));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Why a result may be too small; empty if it is whole. */
  Optional<String> reached(QueryResult result) {
    if (isReached(rowsToRead, result.rowsRead())) {
      return Optional.of(tooMany("read " + result.rowsRead() + " rows", rowsToRead));
    }
    if (isReached(bytesToRead, result.bytesRead())) {
      return Optional.of(tooMany("read " + result.bytesRead() + " bytes", bytesToRead));
    }
    if (isReached(resultRows, result.rows().size())) {
      return Optional.of(tooMany("sent " + result.rows().size() + " rows", resultRows));
    }
    if (isReached(groups, result.values())) {
      return Optional.of(tooMany("formed up to " + result.values() + " groups", groups));
    }
    if (seconds > 0 && result.seconds() >= seconds) {
      return Optional.of(tooMany("ran for " + result.seconds() + " seconds", (long) seconds));
    }
    return Optional.empty();
  }

  private static boolean isReached(long limit, long value) {
    return limit > 0 && value >= limit;
  }

  private static String tooMany(String did, long limit) {
    return "the server " + did + ", and stops at " + limit + ": the answer may be too small";
  }
}
