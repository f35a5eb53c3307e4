package dev.blazon.stats.store;

import dev.blazon.stats.packed.ClosedBreakdown;
import dev.blazon.stats.packed.ClosedMonth;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The form in which the rows of months are kept: closed before a key, and open from there on. So
 * the same counts have the same bytes, whenever they are written. For one transaction and thread.
 */
final class MonthForms {

  private static final String READ = "SELECT closed_before FROM progress";
  private static final String PUT = "UPDATE progress SET closed_before = ?";

  private final long closedBefore;
  private final ClosedMonth months = new ClosedMonth();
  private final ClosedBreakdown breakdowns = new ClosedBreakdown();

  private MonthForms(long closedBefore) {
    this.closedBefore = closedBefore;
  }

  static MonthForms read(Session writer) throws SQLException {
    try (ResultSet rows = writer.statement(READ).executeQuery()) {
      rows.next();
      return new MonthForms(rows.getLong(1));
    }
  }

  /** Notes that all rows before a key are closed. */
  static void putClosedBefore(Session writer, long key) throws SQLException {
    PreparedStatement put = writer.statement(PUT);
    put.setLong(1, key);
    put.executeUpdate();
  }

  /** All rows with smaller keys are closed. */
  long closedBefore() {
    return closedBefore;
  }

  /** Packed days in the form in which they are kept. */
  byte[] month(long key, byte[] days) {
    return key < closedBefore ? months.close(days) : days;
  }

  /** Packed breakdowns in the form in which they are kept. */
  byte[] breakdown(long key, byte[] days) {
    return key < closedBefore ? breakdowns.close(days) : days;
  }

  /** The bytes of a row in the closed form. */
  byte[] closed(PackedTable table, byte[] days) {
    return table == PackedTable.MONTHS ? months.close(days) : breakdowns.close(days);
  }
}
