package dev.blazon.stats.store;

import dev.blazon.count.Month;
import java.sql.SQLException;
import java.util.Optional;

/** What the counts of downloads need of SQLite or PostgreSQL, beside connections. */
interface Engine extends Connections {

  /** The merge of a month into all projects, in a writing transaction. */
  MonthMerge merge(Session writer, Month month, boolean breakdowns, MonthForms forms)
      throws SQLException;

  /** How rows of months are closed. */
  Closing.Rewrite closing();

  /** Makes sure that rows of a month can be written. */
  void prepareMonth(Session writer, Month month) throws SQLException;

  /** Takes the lock that only one importer has, of all processes; empty if another has it. */
  Optional<AutoCloseable> tryLock() throws SQLException;

  /** Work that is due after an import, when no transaction is open. */
  void afterImport() throws SQLException;

  /** Checks what is on disk; empty if nothing is wrong. May take minutes. */
  Optional<String> findDamage() throws SQLException;
}
