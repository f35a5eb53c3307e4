package dev.blazon.stats.store;

import dev.blazon.count.Month;
import dev.blazon.stats.packed.RowChecksum;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The merge in SQLite. It reads on a connection of its own, whose transaction sees the database as
 * it was, while the writer changes rows one by one. Both go through the files in ascending order.
 */
final class SqliteMonthMerge extends MonthMerge {

  private static final String READ =
      """
      SELECT p.name, p.id, p.summary, m.days, v.versions
      FROM project p
      LEFT JOIN project_month m ON m.key = ?1 + p.id
      LEFT JOIN project_version v ON v.project = p.id
      ORDER BY p.name\
      """;
  private static final String READ_WITH_BREAKDOWNS =
      """
      SELECT p.name, p.id, p.summary, m.days, v.versions, b.days
      FROM project p
      LEFT JOIN project_month m ON m.key = ?1 + p.id
      LEFT JOIN project_version v ON v.project = p.id
      LEFT JOIN project_breakdown b ON b.key = ?1 + p.id
      ORDER BY p.name\
      """;

  private static final int NAME = 1;
  private static final int ID = 2;
  private static final int SUMMARY = 3;
  private static final int MONTH = 4;
  private static final int VERSIONS = 5;
  private static final int BREAKDOWN = 6;

  private final Session reader;
  private final Session writer;
  private final Month month;
  private final boolean breakdowns;
  private final MonthForms forms;
  private final ResultSet rows;
  private int id;
  private byte[] name = NONE;

  SqliteMonthMerge(
      Session reader, Session writer, Month month, boolean breakdowns, MonthForms forms)
      throws SQLException {
    this.reader = reader;
    this.writer = writer;
    this.month = month;
    this.breakdowns = breakdowns;
    this.forms = forms;
    try (Statement statement = reader.connection().createStatement()) {
      statement.execute("BEGIN");
    }
    PreparedStatement read = reader.statement(breakdowns ? READ_WITH_BREAKDOWNS : READ);
    read.setLong(1, Keys.first(month));
    rows = read.executeQuery();
  }

  @Override
  public boolean next() {
    try {
      if (!rows.next()) {
        return false;
      }
      id = rows.getInt(ID);
      name = column(NAME);
      return true;
    } catch (SQLException e) {
      throw new StoreException("projects cannot be read", e);
    }
  }

  @Override
  public byte[] name() {
    return name;
  }

  @Override
  public int id() {
    return id;
  }

  @Override
  public byte[] summary() {
    return bytes(SUMMARY, RowChecksum.key(name, id));
  }

  @Override
  public byte[] month() {
    return bytes(MONTH, Keys.of(month, id));
  }

  @Override
  public byte[] versions() {
    return bytes(VERSIONS, id);
  }

  @Override
  public byte[] breakdown() {
    return breakdowns ? bytes(BREAKDOWN, Keys.of(month, id)) : NONE;
  }

  private byte[] bytes(int column, long key) {
    try {
      byte[] bytes = column(column);
      RowChecksum.mix(bytes, key);
      return bytes;
    } catch (SQLException e) {
      throw new StoreException("a project cannot be read", e);
    }
  }

  private byte[] column(int column) throws SQLException {
    byte[] bytes = rows.getBytes(column);
    return bytes == null ? NONE : bytes;
  }

  @Override
  public void keep() {}

  @Override
  public void change(ProjectChange change) {
    write(name, id, change);
  }

  @Override
  public void add(byte[] newName, int newId, ProjectChange change) {
    write(newName, newId, change);
  }

  private void write(byte[] ofProject, int project, ProjectChange change) {
    try {
      ProjectWriter.write(
          writer, new String(ofProject, StandardCharsets.US_ASCII), project, month, change, forms);
    } catch (SQLException e) {
      throw new StoreException("a project cannot be written", e);
    }
  }

  @Override
  public void finish() {}

  /** Rows were written where they belong. */
  @Override
  void publish() {}

  @Override
  public void close() {
    try (reader) {
      rows.close();
    } catch (SQLException e) {
      throw new StoreException("a merge cannot be ended", e);
    }
  }
}
