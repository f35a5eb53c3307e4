package dev.blazon.stats.store;

import dev.blazon.count.Day;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The table {@code asked_project}. */
final class AskedTable {

  private static final String PUT =
      "INSERT INTO asked_project (name, counted_to, asked_on) VALUES (?, ?, ?)"
          + " ON CONFLICT (name) DO UPDATE"
          + " SET counted_to = excluded.counted_to, asked_on = excluded.asked_on";
  private static final String PUT_COUNTED =
      "UPDATE asked_project SET counted_to = ? WHERE name = ?";
  private static final String FORGET = "DELETE FROM asked_project WHERE asked_on < ?";
  private static final String READ_BEHIND =
      "SELECT name, counted_to, asked_on FROM asked_project"
          + " WHERE counted_to < ? AND asked_on >= ? ORDER BY asked_on DESC, name LIMIT ?";

  static void put(Session writer, Collection<AskedProject> projects) throws SQLException {
    PreparedStatement put = writer.statement(PUT);
    for (AskedProject project : projects) {
      put.setString(1, project.name());
      put.setInt(2, project.countedTo().epochDay());
      put.setInt(3, project.askedOn().epochDay());
      put.addBatch();
    }
    put.executeBatch();
  }

  static void putCounted(Session writer, Collection<String> names, Day countedTo)
      throws SQLException {
    PreparedStatement put = writer.statement(PUT_COUNTED);
    for (String name : names) {
      put.setInt(1, countedTo.epochDay());
      put.setString(2, name);
      put.addBatch();
    }
    put.executeBatch();
  }

  static void forget(Session writer, Day before) throws SQLException {
    PreparedStatement forget = writer.statement(FORGET);
    forget.setInt(1, before.epochDay());
    forget.executeUpdate();
  }

  static List<AskedProject> behind(Session session, Day newest, Day askedSince, int most)
      throws SQLException {
    PreparedStatement read = session.statement(READ_BEHIND);
    read.setInt(1, newest.epochDay());
    read.setInt(2, askedSince.epochDay());
    read.setInt(3, most);
    List<AskedProject> behind = new ArrayList<>();
    try (ResultSet rows = read.executeQuery()) {
      while (rows.next()) {
        behind.add(
            new AskedProject(rows.getString(1), new Day(rows.getInt(2)), new Day(rows.getInt(3))));
      }
    }
    return behind;
  }

  private AskedTable() {}
}
