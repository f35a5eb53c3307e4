package dev.blazon.stats.store;

import dev.blazon.count.Month;
import dev.blazon.stats.packed.RowChecksum;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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

  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final int SWAP_WAIT_MILLIS = 200;
  private static final int SWAP_PAUSE_MILLIS = 1000;

  /** A backup of all of PyPI's counts takes a minute or two. */
  private static final Duration SWAP_PATIENCE = Duration.ofMinutes(10);

  private static final String PROJECT_NEXT = "project_next";
  private static final String MONTH_NEXT = "project_month_next";
  private static final String BREAKDOWN_NEXT = "project_breakdown_next";
  private static final String VERSION_NEXT = "project_version_next";

  private final Connection reading;
  private final Connection writing;
  private final Month month;
  private final boolean breakdowns;
  private final DataInputStream rows;
  private final CopyTable projects;
  private final CopyTable months;
  private final CopyTable breakdownRows;
  private final CopyTable versionRows;
  private final byte[][] row = new byte[6][];

  PostgresMonthMerge(Connection reading, Connection writing, Month month, boolean breakdowns)
      throws SQLException {
    this.reading = reading;
    this.writing = writing;
    this.month = month;
    this.breakdowns = breakdowns;
    boolean begun = false;
    try {
      createTables();
      projects = new CopyTable(writing, PROJECT_NEXT, "name, id, summary");
      months = new CopyTable(writing, MONTH_NEXT, "key, days");
      breakdownRows = new CopyTable(writing, BREAKDOWN_NEXT, "key, days");
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
    execute("CREATE TABLE " + PROJECT_NEXT + " (LIKE project)");
    execute("CREATE TABLE " + MONTH_NEXT + " (LIKE project_month)");
    execute("CREATE TEMPORARY TABLE " + VERSION_NEXT + " (LIKE project_version) ON COMMIT DROP");
    if (breakdowns) {
      execute("CREATE TABLE " + BREAKDOWN_NEXT + " (LIKE project_breakdown)");
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
        change.month().orElse(month()),
        change.versions(),
        change.breakdown().orElse(breakdown()));
  }

  @Override
  public void add(byte[] name, int id, ProjectChange change) {
    write(
        name,
        id,
        change.summary(),
        change.month().orElse(NONE),
        change.versions(),
        change.breakdown().orElse(NONE));
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
      execute("ALTER TABLE " + PROJECT_NEXT + " ADD PRIMARY KEY (name)");
      finishMonth(MONTH_NEXT);
      if (breakdowns) {
        breakdownRows.flush();
        finishMonth(BREAKDOWN_NEXT);
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

  private void finishMonth(String next) throws SQLException {
    // A proved bound spares the server reading all rows again when it attaches the table.
    execute(
        "ALTER TABLE "
            + next
            + " ADD PRIMARY KEY (key), ADD CONSTRAINT bounds CHECK (key >= "
            + Keys.first(month)
            + " AND key < "
            + Keys.first(month.next())
            + ")");
  }

  /**
   * Readers queue behind a swap that waits for one of them, such as a backup. So it waits for a
   * moment only, lets the others go on, and tries again.
   */
  @Override
  void publish() throws SQLException {
    execute("SET LOCAL lock_timeout = '" + SWAP_WAIT_MILLIS + "ms'");
    long deadline = System.nanoTime() + SWAP_PATIENCE.toNanos();
    Savepoint before = writing.setSavepoint();
    while (true) {
      try {
        swap();
        return;
      } catch (SQLException e) {
        if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState()) || System.nanoTime() > deadline) {
          throw e;
        }
        writing.rollback(before);
        pause();
      }
    }
  }

  private static void pause() throws SQLException {
    try {
      TimeUnit.MILLISECONDS.sleep(SWAP_PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while waiting for a reader", e);
    }
  }

  private void swap() throws SQLException {
    execute("DROP TABLE project");
    execute("ALTER TABLE " + PROJECT_NEXT + " RENAME TO project");
    execute("ALTER INDEX " + PROJECT_NEXT + "_pkey RENAME TO project_pkey");
    publishMonth("project_month", MONTH_NEXT);
    if (breakdowns) {
      publishMonth("project_breakdown", BREAKDOWN_NEXT);
    }
  }

  private void publishMonth(String table, String next) throws SQLException {
    String partition = PostgresEngine.partition(table, month);
    execute("DROP TABLE " + partition);
    execute("ALTER TABLE " + next + " RENAME TO " + partition);
    execute("ALTER INDEX " + next + "_pkey RENAME TO " + partition + "_pkey");
    execute(
        "ALTER TABLE " + table + " ATTACH PARTITION " + partition + PostgresEngine.bounds(month));
    execute("ALTER TABLE " + partition + " DROP CONSTRAINT bounds");
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
