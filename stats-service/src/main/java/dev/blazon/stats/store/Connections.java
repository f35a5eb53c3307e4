package dev.blazon.stats.store;

import java.sql.SQLException;

/**
 * The connections to a database, SQLite or PostgreSQL, whatever its tables are. Safe for use by
 * several threads; calls block.
 */
public interface Connections extends AutoCloseable {

  /**
   * Something that is read from the database.
   *
   * @param <T> the type of the result
   */
  interface Read<T> {
    T from(Session session) throws SQLException;
  }

  /**
   * Opens a database of usage reports: every commit is on disk, and it never waits for an import of
   * downloads.
   *
   * @throws StoreException if it cannot be opened
   */
  static Connections toUsage(StoreLocation location) {
    try {
      return location instanceof StoreLocation.Postgresql postgresql
          ? PostgresEngine.ofUsage(postgresql)
          : SqliteEngine.ofUsage(((StoreLocation.Sqlite) location).folder());
    } catch (SQLException e) {
      throw new StoreException("the database at " + location + " cannot be opened", e);
    }
  }

  /** Reads on one of few connections; waits until one is free. */
  <T> T read(Read<T> read) throws SQLException;

  /** A connection whose reads all see the database as it was at the first of them. */
  Session beginReading() throws SQLException;

  /**
   * A connection for writing, whose transaction has begun and excludes other writers; {@link
   * Session#end} ends it.
   */
  Session beginWriting() throws SQLException;

  /** The folder of this engine's migrations. */
  String migrations();

  /** Bytes that the database takes. */
  long bytes() throws SQLException;

  @Override
  void close();
}
