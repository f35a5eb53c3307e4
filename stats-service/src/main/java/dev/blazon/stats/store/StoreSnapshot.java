package dev.blazon.stats.store;

import dev.blazon.count.Ledger;
import dev.blazon.count.Measure;
import dev.blazon.count.Month;
import dev.blazon.count.RankedProject;
import dev.blazon.count.RankingList;
import dev.blazon.count.Window;
import dev.blazon.stats.packed.RowChecksum;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * The whole store as it was at one moment, read row by row, so that it takes little memory. For one
 * thread. Every method throws {@link StoreException} if the database fails.
 */
public final class StoreSnapshot implements AutoCloseable {

  /** Months of large projects have 100 KB; a driver may hold as many rows in memory. */
  private static final int ROWS_AT_ONCE = 200;

  private static final String PROJECTS = "SELECT name, id, summary FROM project ORDER BY name";
  private static final String MONTHS = "SELECT key, days FROM project_month";
  private static final String MONTHS_WITH_BREAKDOWNS =
      "SELECT m.key, m.days, b.days FROM project_month m"
          + " LEFT JOIN project_breakdown b ON b.key = m.key";
  private static final String BREAKDOWNS_ALONE =
      "SELECT b.key FROM project_breakdown b"
          + " WHERE NOT EXISTS (SELECT 1 FROM project_month m WHERE m.key = b.key)";
  private static final String VERSIONS = "SELECT project, versions FROM project_version";
  private static final String MONTH =
      "SELECT p.name, p.id, m.days, v.versions FROM project p"
          + " JOIN project_month m ON m.key = p.id + ?"
          + " LEFT JOIN project_version v ON v.project = p.id"
          + " WHERE m.key >= ? AND m.key < ? ORDER BY p.name";
  private static final String NUMBERS = "SELECT next_project FROM progress";

  private final Session session;

  /** Takes projects in ascending order of their names. */
  @FunctionalInterface
  public interface ProjectTaker {
    void take(String name, int id, byte[] summary) throws IOException;
  }

  /** Takes the packed days of all projects and months, in any order. */
  @FunctionalInterface
  public interface MonthTaker {
    void take(Month month, int project, byte[] days) throws IOException;
  }

  /** Takes all projects' months, in any order; breakdowns are empty if there are none. */
  @FunctionalInterface
  public interface WholeMonthTaker {
    void take(Month month, int project, byte[] days, byte[] breakdowns) throws IOException;
  }

  /** Takes the packed versions of projects, in any order. */
  @FunctionalInterface
  public interface VersionsTaker {
    void take(int project, byte[] versions) throws IOException;
  }

  /** Takes months of projects. */
  @FunctionalInterface
  public interface KeyTaker {
    void take(Month month, int project) throws IOException;
  }

  /** Takes the packed days of one month, and all versions, by project, as {@link ProjectTaker}. */
  @FunctionalInterface
  public interface ProjectMonthTaker {
    void take(String name, byte[] days, byte[] versions) throws IOException;
  }

  /** Sends the rows of a result on. */
  private interface Rows {
    void send(ResultSet rows) throws SQLException, IOException;
  }

  /** A question that one statement answers. */
  private interface Question<T> {
    T ask() throws SQLException;
  }

  StoreSnapshot(Session session) {
    this.session = session;
  }

  public Ledger ledger() {
    return ask(() -> LedgerTable.read(session));
  }

  /** All projects have numbers below this one. */
  public int projectNumbers() {
    return ask(
        () -> {
          try (ResultSet rows = session.statement(NUMBERS).executeQuery()) {
            rows.next();
            return rows.getInt(1);
          }
        });
  }

  public void projects(ProjectTaker taker) throws IOException {
    send(
        PROJECTS,
        read -> {},
        rows -> {
          String name = rows.getString(1);
          int id = rows.getInt(2);
          long key = RowChecksum.key(name.getBytes(StandardCharsets.US_ASCII), id);
          taker.take(name, id, bytes(rows, 3, key));
        });
  }

  public void months(MonthTaker taker) throws IOException {
    send(
        MONTHS,
        read -> {},
        rows -> {
          long key = rows.getLong(1);
          taker.take(Keys.month(key), Keys.project(key), bytes(rows, 2, key));
        });
  }

  public void wholeMonths(WholeMonthTaker taker) throws IOException {
    send(
        MONTHS_WITH_BREAKDOWNS,
        read -> {},
        rows -> {
          long key = rows.getLong(1);
          taker.take(Keys.month(key), Keys.project(key), bytes(rows, 2, key), bytes(rows, 3, key));
        });
  }

  /** Months in which a project has breakdowns, but no downloads. */
  public void breakdownsAlone(KeyTaker taker) throws IOException {
    send(
        BREAKDOWNS_ALONE,
        read -> {},
        rows -> taker.take(Keys.month(rows.getLong(1)), Keys.project(rows.getLong(1))));
  }

  public void versions(VersionsTaker taker) throws IOException {
    send(VERSIONS, read -> {}, rows -> taker.take(rows.getInt(1), bytes(rows, 2, rows.getInt(1))));
  }

  /** Names of categories and sources. */
  public Names names() {
    return ask(() -> Names.read(session));
  }

  /** The projects that have downloads in a month. */
  public void month(Month month, ProjectMonthTaker taker) throws IOException {
    send(
        MONTH,
        read -> {
          read.setLong(1, Keys.first(month));
          read.setLong(2, Keys.first(month));
          read.setLong(3, Keys.first(month.next()));
        },
        rows -> {
          int id = rows.getInt(2);
          taker.take(rows.getString(1), bytes(rows, 3, Keys.of(month, id)), bytes(rows, 4, id));
        });
  }

  /** A packed column; empty if the row does not exist. */
  private static byte[] bytes(ResultSet rows, int column, long key) throws SQLException {
    byte[] bytes = rows.getBytes(column);
    if (bytes == null) {
      return MonthMerge.NONE;
    }
    RowChecksum.mix(bytes, key);
    return bytes;
  }

  /** Those of the months in which a project has downloads, in ascending order. */
  public List<StoredMonth> months(int project, List<Month> months) {
    return ask(() -> ProjectReader.months(session, project, months));
  }

  public List<RankedProject> ranking(RankingList list, Measure measure, int places) {
    return ask(() -> RankingReader.ranking(session, list, measure, places));
  }

  /** The packed distribution of a window; empty if there is none. */
  public byte[] distribution(Window window, Measure measure) {
    return ask(() -> RankingReader.distribution(session, window, measure));
  }

  /** Sets the parameters of a statement. */
  private interface Parameters {
    void set(PreparedStatement read) throws SQLException;
  }

  private void send(String sql, Parameters parameters, Rows taker) throws IOException {
    try {
      PreparedStatement read = session.statement(sql);
      read.setFetchSize(ROWS_AT_ONCE);
      parameters.set(read);
      try (ResultSet rows = read.executeQuery()) {
        while (rows.next()) {
          taker.send(rows);
        }
      }
    } catch (SQLException e) {
      throw new StoreException("the store cannot be read", e);
    }
  }

  private static <T> T ask(Question<T> question) {
    try {
      return question.ask();
    } catch (SQLException e) {
      throw new StoreException("the store cannot be read", e);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (SQLException e) {
      throw new StoreException("reading cannot be ended", e);
    }
  }
}
