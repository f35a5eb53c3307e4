package dev.blazon.stats.store;

import dev.blazon.count.Month;
import java.sql.SQLException;
import java.util.Optional;

/** What differs between SQLite and PostgreSQL. Safe for use by several threads. */
interface Engine extends AutoCloseable {

  /** Something that is read from the database. */
  interface Read<T> {
    T from(Session session) throws SQLException;
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

  /** The merge of a month into all projects, in a writing transaction. */
  MonthMerge merge(Session writer, Month month, boolean breakdowns, MonthForms forms)
      throws SQLException;

  /** How rows of months are closed. */
  Closing.Rewrite closing();

  /** Makes sure that rows of a month can be written. */
  void prepareMonth(Session writer, Month month) throws SQLException;

  /** Takes the lock that only one importer has, of all processes; empty if another has it. */
  Optional<AutoCloseable> tryLock() throws SQLException;

  /** The folder of this engine's migrations. */
  String migrations();

  /** Work that is due after an import, when no transaction is open. */
  void afterImport() throws SQLException;

  /** Checks what is on disk; empty if nothing is wrong. May take minutes. */
  Optional<String> findDamage() throws SQLException;

  /** Bytes that the database takes. */
  long bytes() throws SQLException;

  @Override
  void close();
}
