package dev.blazon.stats.store;

import dev.blazon.count.Month;
import dev.blazon.stats.packed.RowChecksum;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/** Writes the rows of one project; the statements are the same for both engines. */
final class ProjectWriter {

  private static final String PUT_PROJECT =
      "INSERT INTO project (name, id, summary) VALUES (?, ?, ?)"
          + " ON CONFLICT (name) DO UPDATE SET summary = excluded.summary";
  private static final String PUT_VERSIONS =
      "INSERT INTO project_version (project, versions) VALUES (?, ?)"
          + " ON CONFLICT (project) DO UPDATE SET versions = excluded.versions";
  private static final String PUT_MONTH =
      "INSERT INTO project_month (key, days) VALUES (?, ?)"
          + " ON CONFLICT (key) DO UPDATE SET days = excluded.days";
  private static final String PUT_BREAKDOWN =
      "INSERT INTO project_breakdown (key, days) VALUES (?, ?)"
          + " ON CONFLICT (key) DO UPDATE SET days = excluded.days";
  private static final String REMOVE_MONTH = "DELETE FROM project_month WHERE key = ?";
  private static final String REMOVE_BREAKDOWN = "DELETE FROM project_breakdown WHERE key = ?";

  static void write(
      Session writer, String name, int project, Month month, ProjectChange change, MonthForms forms)
      throws SQLException {
    long key = RowChecksum.key(name.getBytes(StandardCharsets.US_ASCII), project);
    PreparedStatement put = writer.statement(PUT_PROJECT);
    put.setString(1, name);
    put.setInt(2, project);
    putBytes(put, 3, change.summary(), key);
    if (change.versions().isPresent()) {
      put(writer, PUT_VERSIONS, project, change.versions().get());
    }
    long monthKey = Keys.of(month, project);
    writeMonth(
        writer,
        PUT_MONTH,
        REMOVE_MONTH,
        monthKey,
        change.month().map(days -> forms.month(monthKey, days)));
    writeMonth(
        writer,
        PUT_BREAKDOWN,
        REMOVE_BREAKDOWN,
        monthKey,
        change.breakdown().map(days -> forms.breakdown(monthKey, days)));
  }

  private static void writeMonth(
      Session writer, String put, String remove, long key, Optional<byte[]> days)
      throws SQLException {
    if (days.isEmpty()) {
      return;
    }
    if (days.get().length > 0) {
      put(writer, put, key, days.get());
    } else {
      PreparedStatement statement = writer.statement(remove);
      statement.setLong(1, key);
      statement.executeUpdate();
    }
  }

  private static void put(Session writer, String sql, long key, byte[] bytes) throws SQLException {
    PreparedStatement put = writer.statement(sql);
    put.setLong(1, key);
    putBytes(put, 2, bytes, key);
  }

  private static void putBytes(PreparedStatement put, int column, byte[] bytes, long key)
      throws SQLException {
    RowChecksum.mix(bytes, key);
    put.setBytes(column, bytes);
    put.executeUpdate();
    RowChecksum.mix(bytes, key);
  }

  private ProjectWriter() {}
}
