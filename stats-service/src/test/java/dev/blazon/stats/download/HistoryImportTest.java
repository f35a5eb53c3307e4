package dev.blazon.stats.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Measure;
import dev.blazon.count.Total;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.query.DownloadQueries;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryImportTest {

  private static final Duration TIME = Duration.ofSeconds(10);
  private static final Day DAY = Day.of(2026, 9, 27);
  private static final ProjectName PROJECT = ProjectName.parse("Requests").orElseThrow();

  @TempDir private Path folder;
  private Store store;
  private Importer importer;
  private DownloadQueries queries;

  @BeforeEach
  void open() {
    store = Store.open(new StoreLocation.Sqlite(folder.resolve("store")));
    importer = new Importer(store, ImportSettings.defaults(folder), Clock.systemUTC());
    queries = new DownloadQueries(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_project_is_known_on_the_days_that_were_fetched_for_it() throws Exception {
    history("clickhouse", DAY.minus(99), DAY, rows(DAY.minus(99), 100, 10));
    Total month = queries.total(PROJECT, Window.MONTH, Measure.ALL).orElseThrow();
    assertEquals(300, month.downloads());
    assertEquals(new DayRange(DAY.minus(29), DAY), month.basis().days());
    assertEquals(List.of("clickhouse"), month.basis().sources());
    assertEquals(1000, total(Window.ALL));
  }

  @Test
  void a_project_without_downloads_is_not_kept_for_it_may_be_a_made_up_name() throws Exception {
    history("clickhouse", DAY.minus(9), DAY, List.of());
    assertTrue(store.project("requests").isEmpty());
  }

  @Test
  void a_known_project_may_have_days_without_downloads() throws Exception {
    history("clickhouse", DAY.minus(9), DAY.minus(5), rows(DAY.minus(9), 5, 10));
    history("clickhouse", DAY.minus(4), DAY, List.of());
    assertEquals(0, total(Window.DAY));
    assertEquals(50, total(Window.ALL));
  }

  @Test
  void a_project_without_downloads_does_not_disturb_its_neighbours() throws Exception {
    Set<ProjectName> three =
        Set.of(
            PROJECT,
            ProjectName.parse("aaa").orElseThrow(),
            ProjectName.parse("zzz").orElseThrow());
    importer.importHistory(
        new StubHistory("clickhouse", rows(DAY.minus(9), 10, 10)),
        three,
        new DayRange(DAY.minus(9), DAY),
        TIME);
    assertEquals(100, total(Window.ALL));
    assertTrue(store.project("aaa").isEmpty() && store.project("zzz").isEmpty());
  }

  @Test
  void the_last_resort_comes_too_late_when_a_better_source_has_answered() throws Exception {
    lastResort(4);
    assertEquals(40, total(Window.MONTH));
    lastResort(5); // It may correct itself.
    assertEquals(50, total(Window.MONTH));
    history("clickhouse", DAY.minus(99), DAY.minus(1), rows(DAY.minus(99), 99, 10));
    lastResort(6);
    assertEquals(29 * 10 + 5, total(Window.MONTH));
    assertEquals(
        List.of("clickhouse", "pypistats"),
        queries.total(PROJECT, Window.MONTH, Measure.ALL).orElseThrow().basis().sources());
  }

  private void lastResort(int each) throws Exception {
    importer.importLastResort(
        new StubHistory("pypistats", rows(DAY.minus(9), 10, each)),
        Set.of(PROJECT, ProjectName.parse("aaa").orElseThrow()),
        new DayRange(DAY.minus(9), DAY),
        TIME);
  }

  @Test
  void history_that_comes_again_replaces_itself() throws Exception {
    history("clickhouse", DAY.minus(99), DAY, rows(DAY.minus(99), 100, 10));
    history("clickhouse", DAY.minus(49), DAY, rows(DAY.minus(49), 50, 7));
    assertEquals(50 * 10 + 50 * 7, total(Window.ALL));
    assertEquals(7, total(Window.DAY));
    assertEquals(
        DAY.minus(99).epochDay(), store.project("requests").orElseThrow().summary().firstDay());
  }

  @Test
  void a_day_of_all_projects_replaces_a_fetched_day_and_is_not_replaced_by_one() throws Exception {
    history("clickhouse", DAY.minus(9), DAY, rows(DAY.minus(9), 10, 10));
    List<PlainRow> day = rows(DAY, 1, 25);
    Path file = new RandomDays(new Random(1), DAY, 1).write(folder, day);
    assertTrue(importer.importFiles(List.of(file)).isPresent());
    assertEquals(25, total(Window.DAY));
    history("pypistats", DAY.minus(9), DAY, rows(DAY.minus(9), 10, 4));
    assertEquals(25, total(Window.DAY));
    assertEquals(9 * 4 + 25, total(Window.ALL));
    assertEquals(
        List.of("file", "pypistats"),
        queries.total(PROJECT, Window.MONTH, Measure.ALL).orElseThrow().basis().sources());
  }

  @Test
  void a_day_that_the_source_never_got_stays_unknown() throws Exception {
    history("clickhouse", rows(DAY.minus(39), 40, 10), Set.of(DAY.minus(3), DAY));
    Total week = queries.total(PROJECT, Window.WEEK, Measure.ALL).orElseThrow();
    assertEquals(70, week.downloads());
    assertEquals(new DayRange(DAY.minus(8), DAY.minus(1)), week.basis().days());
    assertEquals(7, week.basis().knownDays());
    assertEquals(380, total(Window.ALL));
  }

  @Test
  void a_day_that_the_source_never_got_stays_as_another_source_counted_it() throws Exception {
    history("clickhouse", rows(DAY.minus(9), 10, 10), Set.of());
    history("pypistats", rows(DAY.minus(9), 10, 4), Set.of(DAY.minus(3), DAY));
    assertEquals(10, total(Window.DAY));
    assertEquals(5 * 4 + 2 * 10, total(Window.WEEK));
    assertEquals(8 * 4 + 2 * 10, total(Window.ALL));
    assertEquals(
        List.of("clickhouse"),
        queries.total(PROJECT, Window.DAY, Measure.ALL).orElseThrow().basis().sources());
  }

  @Test
  void a_source_that_sends_another_project_is_not_believed() {
    PlainRow other = new PlainRow(DAY, "numpy", "1.0", new Counts(5, 5));
    SourceException failure =
        assertThrows(
            SourceException.class,
            () ->
                importer.importHistory(
                    new LyingHistory(other), Set.of(PROJECT), DayRange.of(DAY), TIME));
    assertEquals(SourceException.Kind.MALFORMED, failure.kind());
    assertTrue(store.project("numpy").isEmpty());
  }

  private void history(String source, Day first, Day last, List<PlainRow> rows) throws Exception {
    DayRange days = new DayRange(first, last);
    assertEquals(
        days, importer.importHistory(new StubHistory(source, rows), Set.of(PROJECT), days, TIME));
  }

  private void history(String source, List<PlainRow> rows, Set<Day> missing) throws Exception {
    DayRange days = new DayRange(rows.get(0).day(), DAY);
    importer.importHistory(new StubHistory(source, rows, missing), Set.of(PROJECT), days, TIME);
  }

  private long total(Window window) {
    return queries.total(PROJECT, window, Measure.ALL).orElseThrow().downloads();
  }

  private static List<PlainRow> rows(Day first, int days, int each) {
    return new DayRange(first, first.plus(days - 1))
        .days().stream()
            .map(day -> new PlainRow(day, "requests", "2.31.0", new Counts(each, each / 2)))
            .toList();
  }
}
