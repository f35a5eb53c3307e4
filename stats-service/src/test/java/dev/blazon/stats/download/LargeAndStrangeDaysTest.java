package dev.blazon.stats.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.DayState;
import dev.blazon.count.Interval;
import dev.blazon.count.LedgerEntry;
import dev.blazon.count.Measure;
import dev.blazon.count.Series;
import dev.blazon.count.SeriesQuery;
import dev.blazon.count.Split;
import dev.blazon.count.Total;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.query.DownloadQueries;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days that are far away, were sent before, or are about very many versions. */
@Timeout(120)
final class LargeAndStrangeDaysTest {

  private static final Day DAY = Day.of(2026, 10, 5);
  private static final ProjectName PROJECT = ProjectName.parse("project-0").orElseThrow();
  private static final int MANY_VERSIONS = 5_000;

  @TempDir private Path folder;
  private Store store;
  private Importer importer;
  private DownloadQueries queries;

  @BeforeEach
  void open() {
    store = Store.open(new StoreLocation.Sqlite(folder.resolve("store")));
    importer = at(Instant.parse("2026-10-06T01:30:00Z"));
    queries = new DownloadQueries(store);
  }

  private Importer at(Instant now) {
    return new Importer(store, ImportSettings.defaults(folder), Clock.fixed(now, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_project_with_five_thousand_versions_is_small_and_whole() throws Exception {
    int days = 10;
    for (int day = 0; day < days; day++) {
      importDay(DAY.plus(day), MANY_VERSIONS, 1 + day % 3);
    }
    long sum = MANY_VERSIONS * (1L + 2 + 3) * 3 + MANY_VERSIONS;
    assertEquals(sum, total(Window.ALL).downloads());
    assertEquals(sum, total(Window.MONTH).downloads());
    Series series =
        queries
            .series(
                PROJECT,
                new SeriesQuery(
                    new DayRange(DAY, DAY.plus(days - 1)),
                    new Split.Versions(List.of()),
                    Interval.DAY,
                    Measure.ALL))
            .orElseThrow();
    assertEquals(MANY_VERSIONS, series.lines().size());
    for (int line = 0; line < MANY_VERSIONS; line++) {
      assertEquals(19, series.total(line), series.lines().get(line));
    }
    byte[] month =
        store
            .months(store.project(PROJECT.normalized()).orElseThrow(), List.of(DAY.month()))
            .get(0)
            .days();
    assertTrue(
        month.length <= 3 * MANY_VERSIONS * days, month.length + " bytes for a version and day");
  }

  @Test
  void a_year_of_missing_days_lengthens_windows_and_invents_nothing() throws Exception {
    Day before = DAY.minus(365);
    for (int day = 0; day < 5; day++) {
      importDay(before.plus(day), 3, 10);
    }
    importDay(DAY, 3, 7);
    assertEquals(new DayRange(before, DAY), total(Window.WEEK).basis().days());
    assertEquals(6, total(Window.WEEK).basis().knownDays());
    assertEquals(5 * 30 + 21, total(Window.WEEK).downloads());
    assertEquals(21, total(Window.DAY).downloads());
    assertEquals(360, store.ledger().missingDays().size());
    Series series =
        queries
            .series(
                PROJECT,
                new SeriesQuery(
                    new DayRange(before, DAY), new Split.Nothing(), Interval.DAY, Measure.ALL))
            .orElseThrow();
    assertEquals(6, series.starts().size());
  }

  @Test
  void a_clock_that_goes_back_changes_no_window() throws Exception {
    importDay(DAY, 1, 10);
    importer = at(Instant.parse("2024-01-01T00:00:00Z"));
    importDay(DAY.plus(1), 1, 20);
    assertEquals(new DayRange(DAY, DAY.plus(1)), total(Window.WEEK).basis().days());
    assertEquals(30, total(Window.ALL).downloads());
    assertEquals(20, total(Window.DAY).downloads());
  }

  @Test
  void the_day_before_under_the_name_of_the_day_is_suspect() throws Exception {
    importDay(DAY, 1, 2_000_000);
    assertEquals(DayState.SUSPECT, importDay(DAY.plus(1), 1, 2_000_000).state());
    assertEquals(DayState.COMPLETE, importDay(DAY.plus(1), 1, 2_000_001).state());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0026-10-05", "1999-12-31", "2206-10-05", "9999-12-31"})
  void a_year_that_cannot_be_is_refused(String day) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("rows.csv"), "date,project,version,downloads\n" + day + ",a,1,5\n");
    MalformedFileException failure =
        assertThrows(MalformedFileException.class, () -> importer.importFiles(List.of(file)));
    assertTrue(failure.getMessage().contains("a row of " + day), failure::getMessage);
    assertEquals(List.of(), store.ledger().entries());
  }

  /** Each rewrites some pages, which go into the log first. */
  @Test
  void many_small_imports_do_not_let_the_log_grow_for_ever() throws Exception {
    int rounds = 400;
    DayRange days = new DayRange(DAY.minus(60), DAY);
    for (int round = 0; round < rounds; round++) {
      PlainRow row = new PlainRow(DAY, "project-" + round, "1.0", new Counts(5, 5));
      importer.importHistory(
          new StubHistory("stub", List.of(row)),
          Set.of(ProjectName.parse(row.project()).orElseThrow()),
          days,
          Duration.ofSeconds(10));
    }
    assertTrue(store.bytes() < 16 << 20, store.bytes() + " bytes");
  }

  private LedgerEntry importDay(Day day, int versions, long each) throws Exception {
    Path file = DayFile.write(folder, day, 1, versions, each);
    return importer.importFiles(List.of(file)).orElseThrow().get(0).entry();
  }

  private Total total(Window window) {
    return queries.total(PROJECT, window, Measure.ALL).orElseThrow();
  }
}
