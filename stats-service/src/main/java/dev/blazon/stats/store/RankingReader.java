package dev.blazon.stats.store;

import dev.blazon.count.Measure;
import dev.blazon.count.RankedProject;
import dev.blazon.count.RankingList;
import dev.blazon.count.Window;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the tables {@code ranking} and {@code distribution}. */
final class RankingReader {

  private static final String READ_RANKING =
      "SELECT place, project, downloads, before FROM ranking"
          + " WHERE list = ? AND measure = ? AND place <= ? ORDER BY place";
  private static final String READ_DISTRIBUTION =
      "SELECT counts FROM distribution WHERE span = ? AND measure = ?";

  static List<RankedProject> ranking(Session session, RankingList list, Measure measure, int places)
      throws SQLException {
    PreparedStatement read = session.statement(READ_RANKING);
    read.setString(1, list.word());
    read.setString(2, measure.word());
    read.setInt(3, places);
    List<RankedProject> ranked = new ArrayList<>();
    try (ResultSet rows = read.executeQuery()) {
      while (rows.next()) {
        ranked.add(
            new RankedProject(rows.getInt(1), rows.getString(2), rows.getLong(3), rows.getLong(4)));
      }
    }
    return ranked;
  }

  /** The packed distribution; empty if there is none. */
  static byte[] distribution(Session session, Window window, Measure measure) throws SQLException {
    PreparedStatement read = session.statement(READ_DISTRIBUTION);
    read.setString(1, window.name());
    read.setString(2, measure.word());
    try (ResultSet rows = read.executeQuery()) {
      return rows.next() ? rows.getBytes(1) : MonthMerge.NONE;
    }
  }

  private RankingReader() {}
}
