package dev.blazon.stats.store;

import dev.blazon.stats.packed.RowChecksum;
import dev.blazon.stats.store.PackedTable.Row;
import java.sql.SQLException;
import java.util.List;

/**
 * Closes a month in PostgreSQL: its rows are copied into new tables, which take the place of the
 * old ones. So no dead rows stay behind, and readers wait for the swap only.
 */
final class PostgresClosing implements Closing.Rewrite {

  private static final int ROWS = 1000;

  @Override
  public long closeFrom(Session writer, MonthForms forms, long from, long end) throws SQLException {
    PostgresSwap swap = new PostgresSwap(writer.connection(), Keys.month(from));
    for (PackedTable table : PackedTable.values()) {
      swap.create(table.table());
      CopyTable next =
          new CopyTable(writer.connection(), PostgresSwap.next(table.table()), "key, days");
      long at = from;
      while (at < end) {
        List<Row> rows = table.rows(writer, at, end, ROWS);
        for (Row row : rows) {
          byte[] closed = forms.closed(table, row.days());
          RowChecksum.mix(closed, row.key());
          next.beginRow(2);
          next.bigNumber(row.key());
          next.bytes(closed);
          next.endRow();
        }
        at = rows.size() < ROWS ? end : rows.get(ROWS - 1).key() + 1;
      }
      next.flush();
      swap.finishMonth(table.table());
    }
    swap.run(
        () -> {
          for (PackedTable table : PackedTable.values()) {
            swap.publishMonth(table.table());
          }
        });
    return end;
  }
}
