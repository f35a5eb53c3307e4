package dev.blazon.stats.store;

import dev.blazon.stats.packed.RowChecksum;
import dev.blazon.stats.store.PackedTable.Row;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Closes rows in SQLite, some at a time. They are removed and added again in ascending order: a row
 * that only became shorter would leave its page half empty, where no other row ever comes.
 */
final class SqliteClosing implements Closing.Rewrite {

  /** A transaction of them takes a fraction of a second, and other writers come in between. */
  private static final int ROWS = 1000;

  @Override
  public long closeFrom(Session writer, MonthForms forms, long from, long end) throws SQLException {
    List<Row> months = PackedTable.MONTHS.rows(writer, from, end, ROWS);
    long until = months.size() < ROWS ? end : months.get(ROWS - 1).key() + 1;
    rewrite(writer, forms, PackedTable.MONTHS, months);
    long next = from;
    while (next < until) {
      List<Row> breakdowns = PackedTable.BREAKDOWNS.rows(writer, next, until, ROWS);
      rewrite(writer, forms, PackedTable.BREAKDOWNS, breakdowns);
      next = breakdowns.size() < ROWS ? until : breakdowns.get(ROWS - 1).key() + 1;
    }
    return until;
  }

  private static void rewrite(Session writer, MonthForms forms, PackedTable table, List<Row> rows)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    PreparedStatement remove =
        writer.statement("DELETE FROM " + table.table() + " WHERE key >= ? AND key <= ?");
    remove.setLong(1, rows.get(0).key());
    remove.setLong(2, rows.get(rows.size() - 1).key());
    remove.executeUpdate();
    PreparedStatement add =
        writer.statement("INSERT INTO " + table.table() + " (key, days) VALUES (?, ?)");
    for (Row row : rows) {
      byte[] closed = forms.closed(table, row.days());
      RowChecksum.mix(closed, row.key());
      add.setLong(1, row.key());
      add.setBytes(2, closed);
      add.executeUpdate();
    }
  }
}
