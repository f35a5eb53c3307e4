package dev.blazon.stats.store;

import dev.blazon.count.Month;
import dev.blazon.stats.packed.RowChecksum;
import dev.blazon.stats.packed.Summary;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads the rows of one project; the statements are the same for both engines. */
final class ProjectReader {

  /** How many months one statement reads: 180 days touch at most seven. */
  private static final int MONTHS_AT_ONCE = 8;

  private static final String PROJECT = "SELECT id, summary FROM project WHERE name = ?";
  private static final String VERSIONS =
      "SELECT project, versions FROM project_version WHERE project = ?";
  private static final String PLACES = String.join(", ", Collections.nCopies(MONTHS_AT_ONCE, "?"));
  private static final String MONTHS =
      "SELECT key, days FROM project_month WHERE key IN (" + PLACES + ") ORDER BY key";
  private static final String BREAKDOWNS =
      "SELECT key, days FROM project_breakdown WHERE key IN (" + PLACES + ") ORDER BY key";

  static Optional<StoredProject> project(Session session, String name) throws SQLException {
    PreparedStatement read = session.statement(PROJECT);
    read.setString(1, name);
    try (ResultSet rows = read.executeQuery()) {
      if (!rows.next()) {
        return Optional.empty();
      }
      int id = rows.getInt(1);
      long key = RowChecksum.key(name.getBytes(StandardCharsets.US_ASCII), id);
      Summary summary = new Summary();
      summary.reset(bytes(rows, key));
      return Optional.of(new StoredProject(id, summary));
    }
  }

  static byte[] versions(Session session, int project) throws SQLException {
    PreparedStatement read = session.statement(VERSIONS);
    read.setInt(1, project);
    try (ResultSet rows = read.executeQuery()) {
      return rows.next() ? bytes(rows, project) : MonthMerge.NONE;
    }
  }

  /** The packed bytes of the second column. */
  private static byte[] bytes(ResultSet row, long key) throws SQLException {
    byte[] bytes = row.getBytes(2);
    if (bytes == null) {
      throw new SQLException("bytes are missing in a row");
    }
    RowChecksum.mix(bytes, key);
    return bytes;
  }

  static List<StoredMonth> months(Session session, int project, List<Month> months)
      throws SQLException {
    return read(session, MONTHS, project, months);
  }

  static List<StoredMonth> breakdowns(Session session, int project, List<Month> months)
      throws SQLException {
    return read(session, BREAKDOWNS, project, months);
  }

  private static List<StoredMonth> read(
      Session session, String sql, int project, List<Month> months) throws SQLException {
    List<StoredMonth> found = new ArrayList<>(months.size());
    PreparedStatement read = session.statement(sql);
    for (int from = 0; from < months.size(); from += MONTHS_AT_ONCE) {
      for (int i = 0; i < MONTHS_AT_ONCE; i++) {
        Month month = months.get(Math.min(from + i, months.size() - 1));
        read.setLong(i + 1, Keys.of(month, project));
      }
      try (ResultSet rows = read.executeQuery()) {
        while (rows.next()) {
          long key = rows.getLong(1);
          found.add(new StoredMonth(Keys.month(key), bytes(rows, key)));
        }
      }
    }
    return found;
  }

  private ProjectReader() {}
}
