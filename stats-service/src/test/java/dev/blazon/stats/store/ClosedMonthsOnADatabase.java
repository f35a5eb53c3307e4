package dev.blazon.stats.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.count.Day;
import dev.blazon.count.Month;
import dev.blazon.stats.download.ImportSettings;
import dev.blazon.stats.download.Importer;
import dev.blazon.stats.download.Verification;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Months that are over are closed, and say what they said before. */
@Timeout(300)
abstract class ClosedMonthsOnADatabase {

  private static final Day FIRST = Day.of(2026, 9, 28);
  private static final Month SEPTEMBER = FIRST.month();
  private static final Month OCTOBER = SEPTEMBER.next();

  /** Until a week after the end of September; a day later it is closed. */
  private static final int OPEN_DAYS = 10;

  private static final int ALL_DAYS = OPEN_DAYS + 1;

  /** More than are closed in one step. */
  private static final int PROJECTS = 1200;

  @TempDir private Path folder;

  /** An empty database. */
  abstract StoreLocation location();

  @Test
  void a_week_after_its_end_a_month_is_closed_and_says_the_same() throws Exception {
    StoreLocation location = location();
    try (Store store = Store.open(location)) {
      importDays(store, 0, OPEN_DAYS);
      List<String> open = opened(location);
      assertEquals(Keys.first(SEPTEMBER), closedBefore(location));
      importDays(store, OPEN_DAYS, ALL_DAYS);
      assertEquals(Keys.first(OCTOBER), closedBefore(location));
      assertNoDifference(store);
      List<String> september = opened(location).stream().filter(this::isSeptember).toList();
      assertEquals(open.stream().filter(this::isSeptember).toList(), september);
      assertTrue(bytes(location, SEPTEMBER) * 10 < plainBytes(september) * 9, "it is smaller");
    }
  }

  private boolean isSeptember(String line) {
    return line.startsWith(SEPTEMBER + " ");
  }

  @Test
  void a_day_of_a_closed_month_that_is_imported_again_has_the_same_bytes() throws Exception {
    StoreLocation location = location();
    try (Store store = Store.open(location)) {
      importDays(store, 0, ALL_DAYS);
      Map<String, String> before = rows(location);
      importFile(store, write(1, 5));
      assertNotEquals(before, rows(location));
      assertNoDifference(store);
      importFile(store, write(1, 1));
      assertEquals(before, rows(location));
      assertNoDifference(store);
    }
  }

  @Test
  void a_month_whose_closing_was_interrupted_is_written_in_both_forms_and_closed_later()
      throws Exception {
    StoreLocation location = location();
    try (Store store = Store.open(location)) {
      importDays(store, 0, 5);
      try (ImportLock lock = store.lockForImport().orElseThrow()) {
        lock.closeNext(OCTOBER);
      }
      assertTrue(closedBefore(location) > Keys.first(SEPTEMBER));
      importDays(store, 1, 2);
      assertNoDifference(store);
      importDays(store, 5, ALL_DAYS);
      assertEquals(Keys.first(OCTOBER), closedBefore(location));
      Map<String, String> rows = rows(location);
      StoreLocation other = location();
      try (Store atOnce = Store.open(other)) {
        importDays(atOnce, 0, ALL_DAYS);
        assertEquals(rows(other), rows);
      }
    }
  }

  @Test
  void a_day_that_is_older_than_all_closed_months_is_closed_at_once() throws Exception {
    StoreLocation location = location();
    try (Store store = Store.open(location)) {
      importDays(store, 3, ALL_DAYS);
      assertEquals(Keys.first(OCTOBER), closedBefore(location));
      importDays(store, 0, 3);
      Map<String, String> rows = rows(location);
      StoreLocation other = location();
      try (Store inOrder = Store.open(other)) {
        importDays(inOrder, 0, ALL_DAYS);
        assertEquals(opened(other), opened(location));
      }
      assertEquals(rows, rows(location));
      assertNoDifference(store);
    }
  }

  private void importDays(Store store, int from, int to) throws Exception {
    for (int day = from; day < to; day++) {
      importFile(store, write(day, 1));
    }
  }

  private void importFile(Store store, Path file) throws Exception {
    Importer importer = new Importer(store, ImportSettings.defaults(folder), Clock.systemUTC());
    assertTrue(importer.importFiles(List.of(file)).isPresent());
  }

  private Path write(int day, int times) throws IOException {
    Path file = Files.createTempFile(folder, "day", ".csv");
    try (Writer csv = Files.newBufferedWriter(file)) {
      csv.write("date,project,version,downloads,without_mirrors,python,country\n");
      for (int project = 0; project < PROJECTS; project++) {
        for (int version = project % 2; version < 4; version++) {
          String start = FIRST.plus(day) + ",project-" + project + ",1." + version + ",";
          csv.write(start + times * (1 + project % 3) + "," + times + ",3.12,DE\n");
          csv.write(start + times * 2 + ",0,,FR\n");
        }
      }
    }
    return file;
  }

  private static void assertNoDifference(Store store) throws IOException {
    List<String> differences = new ArrayList<>();
    try (ImportLock lock = store.lockForImport().orElseThrow();
        StoreSnapshot snapshot = lock.snapshot()) {
      Verification.run(snapshot, () -> {}, differences::add);
    }
    assertEquals(List.of(), differences);
    assertTrue(store.findDamage().isEmpty());
  }

  private interface Read<T> {
    T from(Session session) throws SQLException;
  }

  private static <T> T read(StoreLocation location, Read<T> read) throws SQLException {
    try (Engine engine = Store.engine(location)) {
      return engine.read(read::from);
    }
  }

  private static long closedBefore(StoreLocation location) throws SQLException {
    return read(location, session -> MonthForms.read(session).closedBefore());
  }

  /** All packed rows, by table and key. */
  private static Map<String, String> rows(StoreLocation location) throws SQLException {
    Map<String, String> found = new TreeMap<>();
    for (PackedTable table : PackedTable.values()) {
      for (PackedTable.Row row : rows(location, table)) {
        found.put(table + " " + row.key(), HexFormat.of().formatHex(row.days()));
      }
    }
    return found;
  }

  private static List<PackedTable.Row> rows(StoreLocation location, PackedTable table)
      throws SQLException {
    return read(
        location, session -> table.rows(session, 0, Long.MAX_VALUE >> 1, Integer.MAX_VALUE));
  }

  /** The month, the project, and the open form of each row. */
  private static List<String> opened(StoreLocation location) throws SQLException {
    List<String> lines = new ArrayList<>();
    for (PackedTable table : PackedTable.values()) {
      for (PackedTable.Row row : rows(location, table)) {
        lines.add(
            Keys.month(row.key())
                + " "
                + Keys.project(row.key())
                + " "
                + OpenForm.of(table, row.days()));
      }
    }
    return lines;
  }

  private static long bytes(StoreLocation location, Month month) throws SQLException {
    long bytes = 0;
    for (PackedTable table : PackedTable.values()) {
      for (PackedTable.Row row : rows(location, table)) {
        bytes += Keys.month(row.key()).equals(month) ? row.days().length : 0;
      }
    }
    return bytes;
  }

  private static long plainBytes(List<String> opened) {
    return opened.stream().mapToLong(line -> line.split(" ", -1)[2].length() / 2).sum();
  }
}
