package dev.blazon.stats.store;

import dev.blazon.stats.packed.RowChecksum;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The columns of packed bytes, each of which has a checksum that the row's key is part of. */
final class PackedColumns {

  private static final String PROJECTS = "SELECT name, summary, id FROM project";

  /** A number that is the key, and the bytes. */
  private static final List<String> BY_NUMBER =
      List.of(
          "SELECT project, versions FROM project_version",
          "SELECT key, days FROM project_month",
          "SELECT key, days FROM project_breakdown");

  private static final String DISTRIBUTIONS = "SELECT span, counts FROM distribution";

  /** The key of a row's bytes. */
  private interface Key {
    long of(ResultSet row) throws SQLException;
  }

  /** Reads all of them; gives a sentence about the first one that is damaged. */
  static Optional<String> findDamage(Session session) throws SQLException {
    Optional<String> damage =
        find(session, PROJECTS, row -> RowChecksum.key(row.getBytes(1), row.getInt(3)));
    for (String query : BY_NUMBER) {
      if (damage.isEmpty()) {
        damage = find(session, query, row -> row.getLong(1));
      }
    }
    // No key: zero changes nothing.
    return damage.isPresent() ? damage : find(session, DISTRIBUTIONS, row -> 0);
  }

  private static Optional<String> find(Session session, String query, Key key) throws SQLException {
    try (ResultSet rows = session.statement(query).executeQuery()) {
      while (rows.next()) {
        byte[] bytes = rows.getBytes(2);
        if (bytes != null) {
          RowChecksum.mix(bytes, key.of(rows));
        }
        if (bytes == null || !RowChecksum.matches(bytes)) {
          return Optional.of("a checksum does not match: " + query + ", row " + rows.getString(1));
        }
      }
    }
    return Optional.empty();
  }

  private PackedColumns() {}
}
