package dev.blazon.stats.store;

import dev.blazon.count.Month;
import dev.blazon.stats.packed.RowChecksum;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

/**
 * The merge in PostgreSQL. All projects are read by one COPY, on a connection that sees the
 * database as it was, and written by COPY into new tables, which take the place of the old ones at
 * the end. So nothing is updated row by row, no dead rows stay behind, and readers wait for the
 * swap only. Versions, which few projects have new ones of, are updated from a temporary table.
 */
final class PostgresMonthMerge extends MonthMerge {

  private static final int BUFFER_BYTES = 1 << 16;

  /** Signature, flags and the length of the extension. */
  private static final int HEADER_BYTES = 19;

  private static final String VERSION_NEXT = "project_version_next";

  private final Connection reading;
  private final Connection writing;
  private final Month month;
  private final boolean breakdowns;
  private final MonthForms forms;
  private final PostgresSwap swap;
  private final DataInputStream rows;
  private final CopyTable projects;
  private final CopyTable months;
  private final CopyTable breakdownRows;
  private final CopyTable versionRows;
  private final byte[][] row = new byte[6][];

  PostgresMonthMerge(
      Connection reading, Connection writing, Month month, boolean breakdowns, MonthForms forms)
      throws SQLException {
    this.reading = reading;
    this.writing = writing;
    this.forms = forms;
    this.swap = new PostgresSwap(writing, month);
    this.month = month;
    this.breakdowns = breakdowns;
    boolean begun = false;
    try {
      createTables();
      projects = new CopyTable(writing, PostgresSwap.next("project"), "name, id, summary");
      months = new CopyTable(writing, PostgresSwap.next("project_month"), "key, days");
      breakdownRows = new CopyTable(writing, PostgresSwap.next("project_breakdown"), "key, days");
      versionRows = new CopyTable(writing, VERSION_NEXT, "project, versions");
      rows =
          new DataInputStream(
              new BufferedInputStream(
                  new PGCopyInputStream(reading.unwrap(PGConnection.class), query()),
                  BUFFER_BYTES));
      rows.skipNBytes(HEADER_BYTES);
      begun = true;
    } catch (IOException e) {
      throw new SQLException("projects cannot be copied", e);
    } finally {
      if (!begun) {
        reading.close();
      }
    }
  }

  private void createTables() throws SQLException {
    swap.create("project");
    swap.create("project_month");
    execute("CREATE TEMPORARY TABLE " + VERSION_NEXT + " (LIKE project_version) ON COMMIT DROP");
    if (breakdowns) {
      swap.create("project_breakdown");
    }
  }

  private String query() {
    long first = Keys.first(month);
    return "COPY (SELECT p.name, p.id, p.summary, m.days, v.versions"
        + (breakdowns ? ", b.days" : "")
        + " FROM project p LEFT JOIN project_month m ON m.key = p.id + "
        + first
        + " AND m.key >= "
        + first
        + " AND m.key < "
        + Keys.first(month.next())
        + " LEFT JOIN project_version v ON v.project = p.id"
        + (breakdowns
            ? " LEFT JOIN project_breakdown b ON b.key = p.id + "
                + first
                + " AND b.key >= "
                + first
                + " AND b.key < "
                + Keys.first(month.next())
            : "")
        + " ORDER BY p.name) TO STDOUT (FORMAT binary)";
  }

  @Override
  public boolean next() {
    try {
      int columns = rows.readShort();
      if (columns < 0) {
        return false;
      }
      for (int i = 0; i < columns; i++) {
        int length = rows.readInt();
        row[i] = length < 0 ? NONE : rows.readNBytes(length);
      }
      RowChecksum.mix(row[2], RowChecksum.key(name(), id()));
      RowChecksum.mix(row[3], Keys.of(month, id()));
      RowChecksum.mix(row[4], id());
      if (breakdowns) {
        RowChecksum.mix(row[5], Keys.of(month, id()));
      }
      return true;
    } catch (IOException e) {
      throw new StoreException("projects cannot be read", e);
    }
  }

  @Override
  public byte[] name() {
    return row[0];
  }

  @Override
  public int id() {
    byte[] id = row[1];
    return (id[0] << 24) | ((id[1] & 0xff) << 16) | ((id[2] & 0xff) << 8) | (id[3] & 0xff);
  }

  @Override
  public byte[] summary() {
    return row[2];
  }

  @Override
  public byte[] month() {
    return row[3];
  }

  @Override
  public byte[] versions() {
    return row[4];
  }

  @Override
  public byte[] breakdown() {
    return breakdowns ? row[5] : NONE;
  }

  @Override
  public void keep() {
    write(name(), id(), summary(), month(), Optional.empty(), breakdown());
  }

  @Override
  public void change(ProjectChange change) {
    write(
        name(),
        id(),
        change.summary(),
        change.month().map(days -> month(id(), days)).orElse(month()),
        change.versions(),
        change.breakdown().map(days -> breakdown(id(), days)).orElse(breakdown()));
  }

  @Override
  public void add(byte[] name, int id, ProjectChange change) {
    write(
        name,
        id,
        change.summary(),
        change.month().map(days -> month(id, days)).orElse(NONE),
        change.versions(),
        change.breakdown().map(days -> breakdown(id, days)).orElse(NONE));
  }

  private byte[] month(int id, byte[] days) {
    return forms.month(Keys.of(month, id), days);
  }

  private byte[] breakdown(int id, byte[] days) {
    return forms.breakdown(Keys.of(month, id), days);
  }

  private void write(
      byte[] name,
      int id,
      byte[] summary,
      byte[] days,
      Optional<byte[]> versions,
      byte[] breakdown) {
    try {
      projects.beginRow(3);
      projects.bytes(name);
      projects.number(id);
      putBytes(projects, summary, RowChecksum.key(name, id));
      projects.endRow();
      writeMonth(months, id, days);
      if (breakdowns) {
        writeMonth(breakdownRows, id, breakdown);
      }
      if (versions.isPresent()) {
        versionRows.beginRow(2);
        versionRows.number(id);
        putBytes(versionRows, versions.get(), id);
        versionRows.endRow();
      }
    } catch (SQLException e) {
      throw new StoreException(
          "the project " + new String(name, StandardCharsets.US_ASCII) + " cannot be written", e);
    }
  }

  private void writeMonth(CopyTable table, int id, byte[] days) throws SQLException {
    if (days.length > 0) {
      table.beginRow(2);
      table.bigNumber(Keys.of(month, id));
      putBytes(table, days, Keys.of(month, id));
      table.endRow();
    }
  }

  private static void putBytes(CopyTable table, byte[] packed, long key) {
    RowChecksum.mix(packed, key);
    table.bytes(packed);
    RowChecksum.mix(packed, key);
  }

  @Override
  public void finish() {
    try {
      projects.flush();
      months.flush();
      versionRows.flush();
      endReading();
      swap.finish("project", "name");
      swap.finishMonth("project_month");
      if (breakdowns) {
        breakdownRows.flush();
        swap.finishMonth("project_breakdown");
      }
      execute(
          "INSERT INTO project_version SELECT project, versions FROM "
              + VERSION_NEXT
              + " ON CONFLICT (project) DO UPDATE SET versions = excluded.versions");
      execute("DROP TABLE " + VERSION_NEXT);
    } catch (SQLException e) {
      throw new StoreException("a month cannot be merged", e);
    }
  }

  @Override
  void publish() throws SQLException {
    swap.run(
        () -> {
          swap.publish("project");
          swap.publishMonth("project_month");
          if (breakdowns) {
            swap.publishMonth("project_breakdown");
          }
        });
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = writing.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The reader holds a lock on the old tables until its transaction ends. */
  private void endReading() throws SQLException {
    if (!reading.isClosed()) {
      reading.close();
    }
  }

  @Override
  public void close() {
    try {
      endReading();
    } catch (SQLException e) {
      throw new StoreException("a merge cannot be ended", e);
    }
  }
}
