package dev.blazon.stats.store;

import dev.blazon.count.Month;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * New tables that take the place of old ones, in a transaction that writes. Tables of months are
 * partitions.
 */
final class PostgresSwap {

  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final int WAIT_MILLIS = 200;
  private static final int PAUSE_MILLIS = 1000;

  /** A backup of all of PyPI's counts takes a minute or two. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Connection writing;
  private final Month month;

  /** What is done while readers are locked out. */
  interface Swap {
    void run() throws SQLException;
  }

  PostgresSwap(Connection writing, Month month) {
    this.writing = writing;
    this.month = month;
  }

  /** The name of the table that will take the place of one. */
  static String next(String table) {
    return table + "_next";
  }

  void create(String table) throws SQLException {
    execute("CREATE TABLE " + next(table) + " (LIKE " + table + ")");
  }

  /** Ends the writing of a table. */
  void finish(String table, String key) throws SQLException {
    execute("ALTER TABLE " + next(table) + " ADD PRIMARY KEY (" + key + ")");
  }

  /** Ends the writing of a month. */
  void finishMonth(String table) throws SQLException {
    // A proved bound spares the server reading all rows again when it attaches the table.
    execute(
        "ALTER TABLE "
            + next(table)
            + " ADD PRIMARY KEY (key), ADD CONSTRAINT bounds CHECK (key >= "
            + Keys.first(month)
            + " AND key < "
            + Keys.first(month.next())
            + ")");
  }

  /**
   * Puts tables in their place. Readers queue behind a swap that waits for one of them, such as a
   * backup. So it waits for a moment only, lets the others go on, and tries again.
   */
  void run(Swap swap) throws SQLException {
    execute("SET LOCAL lock_timeout = '" + WAIT_MILLIS + "ms'");
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Savepoint before = writing.setSavepoint();
    while (true) {
      try {
        swap.run();
        return;
      } catch (SQLException e) {
        if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState()) || System.nanoTime() > deadline) {
          throw e;
        }
        writing.rollback(before);
        pause();
      }
    }
  }

  private static void pause() throws SQLException {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while waiting for a reader", e);
    }
  }

  void publish(String table) throws SQLException {
    execute("DROP TABLE " + table);
    rename(next(table), table);
  }

  void publishMonth(String table) throws SQLException {
    String partition = PostgresEngine.partition(table, month);
    execute("DROP TABLE " + partition);
    rename(next(table), partition);
    execute(
        "ALTER TABLE " + table + " ATTACH PARTITION " + partition + PostgresEngine.bounds(month));
    execute("ALTER TABLE " + partition + " DROP CONSTRAINT bounds");
  }

  private void rename(String from, String to) throws SQLException {
    execute("ALTER TABLE " + from + " RENAME TO " + to);
    execute("ALTER INDEX " + from + "_pkey RENAME TO " + to + "_pkey");
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = writing.createStatement()) {
      statement.execute(sql);
    }
  }
}
