package dev.blazon.stats.store;

import dev.blazon.stats.packed.RowChecksum;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The two tables whose rows are about a project's month: a key, and packed days. */
enum PackedTable {
  MONTHS("project_month"),
  BREAKDOWNS("project_breakdown");

  private final String table;
  private final String first;
  private final String rows;

  /**
   * A row.
   *
   * @param days without the key in their checksum
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares it.
  record Row(long key, byte[] days) {}

  PackedTable(String table) {
    this.table = table;
    this.first = "SELECT min(key) FROM " + table + " WHERE key >= ? AND key < ?";
    this.rows =
        "SELECT key, days FROM " + table + " WHERE key >= ? AND key < ? ORDER BY key LIMIT ?";
  }

  /** Its name in the database. */
  String table() {
    return table;
  }

  /** The first key from one to before another; the other if there is none. */
  long firstKey(Session session, long from, long end) throws SQLException {
    PreparedStatement read = session.statement(first);
    read.setLong(1, from);
    read.setLong(2, end);
    try (ResultSet found = read.executeQuery()) {
      found.next();
      long key = found.getLong(1);
      return found.wasNull() ? end : key;
    }
  }

  /** Rows from one key to before another, in ascending order. */
  List<Row> rows(Session session, long from, long end, int most) throws SQLException {
    PreparedStatement read = session.statement(rows);
    read.setLong(1, from);
    read.setLong(2, end);
    read.setInt(3, most);
    List<Row> found = new ArrayList<>();
    try (ResultSet each = read.executeQuery()) {
      while (each.next()) {
        long key = each.getLong(1);
        byte[] days = each.getBytes(2);
        if (days == null) {
          throw new SQLException("bytes are missing in a row");
        }
        RowChecksum.mix(days, key);
        found.add(new Row(key, days));
      }
    }
    return found;
  }
}
