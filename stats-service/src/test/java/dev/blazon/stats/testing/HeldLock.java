package dev.blazon.stats.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A lock on a table of PostgreSQL, at which a writer stops: so a test knows where the writer is.
 */
public final class HeldLock implements AutoCloseable {

  private static final String WAITING =
      "SELECT 1 FROM pg_locks JOIN pg_class ON pg_class.oid = relation"
          + " WHERE NOT granted AND relname = ?";

  private final String table;
  private final Connection holder;
  private final Connection observer;

  private HeldLock(String table, Connection holder, Connection observer) {
    this.table = table;
    this.holder = holder;
    this.observer = observer;
  }

  /**
   * Takes a lock.
   *
   * @param location as in {@link PostgresServer#newDatabase}
   * @param mode as in {@code ACCESS SHARE}, which readers take
   */
  public static HeldLock take(String location, String table, String mode) throws SQLException {
    Connection holder = connect(location);
    holder.setAutoCommit(false);
    try (Statement statement = holder.createStatement()) {
      statement.execute("LOCK TABLE " + table + " IN " + mode + " MODE");
    }
    return new HeldLock(table, holder, connect(location));
  }

  private static Connection connect(String location) throws SQLException {
    String address = location.substring(location.indexOf('@') + 1);
    String separator = address.contains("?") ? "&" : "?";
    return DriverManager.getConnection(
        "jdbc:postgresql://" + address + separator + "user=postgres");
  }

  /** Whether somebody waits for the table. */
  public boolean isWaitedFor() {
    try (PreparedStatement read = observer.prepareStatement(WAITING)) {
      read.setString(1, table);
      try (ResultSet rows = read.executeQuery()) {
        return rows.next();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    try (observer) {
      holder.close();
    }
  }
}
