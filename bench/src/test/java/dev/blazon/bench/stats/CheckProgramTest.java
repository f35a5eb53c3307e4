package dev.blazon.bench.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.bench.stats.SyntheticPypi.Form;
import dev.blazon.stats.download.ImportSettings;
import dev.blazon.stats.download.Importer;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check of the bench finds what is wrong; the driver of SQLite starts a process. */
@Tag("processes")
@Timeout(120)
final class CheckProgramTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 9, 29);
  private static final int DAYS = 4;
  private static final int PROJECTS = 400;

  private final SyntheticPypi pypi = new SyntheticPypi(PROJECTS);

  @TempDir private Path folder;

  @BeforeEach
  void importBoth() throws Exception {
    try (Store store = open();
        Connection plain = connect();
        Statement statement = plain.createStatement()) {
      statement.execute(
          "CREATE TABLE plain (date TEXT, project TEXT, version TEXT, downloads INTEGER,"
              + " without_mirrors INTEGER, PRIMARY KEY (date, project, version))");
      Importer importer = new Importer(store, ImportSettings.defaults(folder), Clock.systemUTC());
      for (int i = 0; i < DAYS; i++) {
        Path file = write(FIRST.plusDays(i), i % 2 == 0 ? Form.SORTED : Form.UNSORTED);
        assertTrue(importer.importFiles(List.of(file)).isPresent());
        insert(plain, lines(file));
      }
    }
  }

  private Store open() {
    return Store.open(new StoreLocation.Sqlite(folder));
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("plain.db"));
  }

  private Path write(LocalDate day, Form form) throws IOException {
    Path file = folder.resolve(day + "-" + form + ".csv.gz");
    pypi.writeDay(day, 0, form, file);
    return file;
  }

  private static List<String> lines(Path file) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).toList();
    }
  }

  private static void insert(Connection plain, List<String> lines) throws SQLException {
    plain.setAutoCommit(false);
    try (PreparedStatement insert =
        plain.prepareStatement("INSERT INTO plain VALUES (?, ?, ?, ?, ?)")) {
      for (String line : lines) {
        String[] fields = line.split(",", -1);
        for (int i = 0; i < fields.length; i++) {
          insert.setString(i + 1, fields[i]);
        }
        insert.executeUpdate();
      }
    }
    plain.commit();
  }

  private CheckProgram.Outcome check() throws SQLException {
    try (Store store = open();
        PlainCounts plain = PlainCounts.open(folder.resolve("plain.db").toString())) {
      return CheckProgram.compare(store, plain, 1);
    }
  }

  @Test
  void the_same_rows_give_the_same_numbers() throws Exception {
    CheckProgram.Outcome outcome = check();
    assertEquals(List.of(), outcome.wrong());
    assertTrue(outcome.compared() > PROJECTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE plain SET downloads = downloads + 1 WHERE rowid = (SELECT max(rowid) FROM plain)",
        "UPDATE plain SET without_mirrors = 0 WHERE without_mirrors = (SELECT max(without_mirrors) FROM plain)",
        "DELETE FROM plain WHERE rowid = (SELECT max(rowid) FROM plain WHERE downloads = 1)",
        "DELETE FROM plain WHERE date = '2026-09-30'",
        "INSERT INTO plain VALUES ('2026-10-05', 'new', '1.0', 1, 1)",
      })
  void one_other_row_is_found(String change) throws Exception {
    try (Connection plain = connect();
        Statement statement = plain.createStatement()) {
      statement.execute(change);
    }
    assertFalse(check().wrong().isEmpty());
  }

  @Test
  void rows_in_no_order_are_the_same_rows() throws Exception {
    List<String> unsorted = new ArrayList<>(lines(write(FIRST, Form.UNSORTED)));
    List<String> sorted = new ArrayList<>(lines(write(FIRST, Form.SORTED)));
    assertFalse(unsorted.equals(sorted));
    Collections.sort(unsorted);
    Collections.sort(sorted);
    assertEquals(sorted, unsorted);
  }

  @Test
  void breakdowns_add_up_to_the_same_downloads() throws Exception {
    assertEquals(
        downloads(lines(write(FIRST, Form.SORTED))),
        downloads(lines(write(FIRST, Form.WITH_BREAKDOWNS))));
  }

  private static long downloads(List<String> lines) {
    return lines.stream().mapToLong(line -> Long.parseLong(line.split(",", -1)[3])).sum();
  }
}
