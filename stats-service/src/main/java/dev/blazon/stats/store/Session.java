package dev.blazon.stats.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * A connection with its prepared statements. SQLite takes longer to prepare a statement than to
 * answer it, so each is prepared once. For one thread at a time.
 */
public final class Session implements AutoCloseable {

  /** A frozen server must not hold an import that failed because of it. */
  private static final int UNDO_MILLIS = 5000;

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Session(Connection connection) {
    this.connection = connection;
  }

  public Connection connection() {
    return connection;
  }

  /** The statement for a text; the caller closes its result, not the statement. */
  public PreparedStatement statement(String sql) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    return statement;
  }

  /** Ends the transaction, and closes the connection whether that succeeds or not. */
  public void end(boolean commit) throws SQLException {
    try (this) {
      if (commit) {
        connection.commit();
      } else {
        connection.setNetworkTimeout(Runnable::run, UNDO_MILLIS);
        connection.rollback();
      }
    }
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
    prepared.clear();
    connection.close();
  }
}
