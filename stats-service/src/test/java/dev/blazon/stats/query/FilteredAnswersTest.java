package dev.blazon.stats.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.count.CountAnswer;
import dev.blazon.count.CountAnswer.Reason;
import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Dimension;
import dev.blazon.count.Filter;
import dev.blazon.count.Interval;
import dev.blazon.count.Measure;
import dev.blazon.count.SeriesQuery;
import dev.blazon.count.Split;
import dev.blazon.count.Total;
import dev.blazon.count.TotalQuery;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.download.ImportSettings;
import dev.blazon.stats.download.Importer;
import dev.blazon.stats.source.CountRow;
import dev.blazon.stats.source.Delivery;
import dev.blazon.stats.source.HistorySource;
import dev.blazon.stats.source.RowSink;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Totals of versions and categories, and what is answered when nobody told them. */
final class FilteredAnswersTest {

  private static final Day DAY = Day.of(2026, 9, 27);
  private static final ProjectName PROJECT = ProjectName.parse("requests").orElseThrow();

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

  @ParameterizedTest
  @CsvSource({
    "DAY,   2.*,       30",
    "DAY,   2.31.0,    10",
    "DAY,   2.32.?,    20",
    "DAY,   1.*,        5",
    "DAY,   9.*,        0",
    "WEEK,  2.*,      210",
    "MONTH, 2.*,      900",
    "ALL,   2.*,     1200",
    "ALL,   *,       1400",
  })
  void versions_are_summed_over_the_window(Window window, String glob, long downloads)
      throws Exception {
    importDays(DAY.minus(39), 40);
    assertEquals(downloads, counted(window, new Filter.Versions(List.of(glob))).downloads());
  }

  @Test
  void a_version_that_matches_two_globs_counts_once() throws Exception {
    importDays(DAY, 1);
    assertEquals(
        35, counted(Window.DAY, new Filter.Versions(List.of("2.*", "*.0", "1.*"))).downloads());
  }

  @ParameterizedTest
  @CsvSource({
    "INSTALLER, uv,    20",
    "INSTALLER, UV,    20",
    "INSTALLER, pip,   15",
    "INSTALLER, conda,  0",
    "PYTHON,    3.12,  30",
    "PYTHON,    3.13,   5",
  })
  void a_category_is_summed_without_regard_to_case(Dimension dimension, String value, long day)
      throws Exception {
    importDays(DAY.minus(9), 10);
    Filter filter = new Filter.Category(dimension, value);
    assertEquals(day, counted(Window.DAY, filter).downloads());
    assertEquals(7 * day, counted(Window.WEEK, filter).downloads());
  }

  @Test
  void a_dimension_that_the_source_never_told_is_unknown() throws Exception {
    importDays(DAY.minus(9), 10);
    assertUnknown(total(Window.WEEK, new Filter.Category(Dimension.COUNTRY, "US")));
    assertUnknown(queries.answer(PROJECT, series(new Split.Categories(Dimension.COUNTRY))));
    assertInstanceOf(
        CountAnswer.Counted.class,
        queries.answer(PROJECT, series(new Split.Categories(Dimension.PYTHON))));
  }

  @Test
  void versions_of_a_source_without_versions_are_unknown_and_its_days_are_no_all_time_total()
      throws Exception {
    importer.importHistory(
        new TotalsOnly("pypistats"),
        Set.of(PROJECT),
        new DayRange(DAY.minus(179), DAY),
        Duration.ofSeconds(10));
    assertUnknown(total(Window.WEEK, new Filter.Versions(List.of("2.*"))));
    assertUnknown(queries.answer(PROJECT, series(new Split.Versions(List.of()))));
    assertUnknown(queries.answer(PROJECT, series(new Split.Versions(List.of("2.*")))));
    assertEquals(30 * 4, counted(Window.MONTH, Filter.NONE).downloads());
    assertUnknown(total(Window.ALL, Filter.NONE));
  }

  @Test
  void the_sum_of_a_whole_history_is_an_all_time_total() throws Exception {
    importer.importHistory(
        new TotalsOnly("clickhouse"),
        Set.of(PROJECT),
        new DayRange(DAY.minus(179), DAY),
        Duration.ofSeconds(10));
    assertEquals(180 * 4, counted(Window.ALL, Filter.NONE).downloads());
  }

  @Test
  void a_day_that_nobody_split_makes_the_window_longer_instead_of_the_number_smaller()
      throws Exception {
    importDays(DAY.minus(19), 17);
    importer.importHistory(
        new TotalsOnly("pypistats"),
        Set.of(PROJECT),
        new DayRange(DAY.minus(2), DAY),
        Duration.ofSeconds(10));
    Total week = counted(Window.WEEK, new Filter.Versions(List.of("2.*")));
    assertEquals(210, week.downloads());
    assertEquals(new DayRange(DAY.minus(9), DAY.minus(3)), week.basis().days());
    assertEquals(7, week.basis().knownDays());
    assertEquals(List.of("file"), week.basis().sources());
  }

  @Test
  void all_days_on_which_versions_are_known_are_those_that_were_not_forgotten() throws Exception {
    importer = new Importer(store, new ImportSettings(folder, 30, 1 << 20), Clock.systemUTC());
    importDays(DAY.minus(99), 60);
    importDays(DAY.minus(39), 40);
    Total all = counted(Window.ALL, new Filter.Versions(List.of("2.*")));
    Day first = all.basis().days().first();
    assertEquals(30L * all.basis().knownDays(), all.downloads());
    assertTrue(all.basis().knownDays() >= 30, all.toString());
    assertTrue(first.isAfter(DAY.minus(62)) && !first.isAfter(DAY.minus(29)), first.toString());
  }

  @Test
  void a_project_that_was_never_counted_had_no_downloads_on_the_imported_days() throws Exception {
    importDays(DAY.minus(9), 10);
    ProjectName other = ProjectName.parse("numpy").orElseThrow();
    CountAnswer<Total> answer =
        queries.answer(new TotalQuery(other, Window.DAY, Measure.ALL, Filter.NONE));
    assertEquals(
        new CountAnswer.NoDownloads<>(Optional.of(new DayRange(DAY.minus(9), DAY))), answer);
  }

  private Total counted(Window window, Filter filter) {
    CountAnswer<Total> answer = total(window, filter);
    assertInstanceOf(CountAnswer.Counted.class, answer);
    return ((CountAnswer.Counted<Total>) answer).value();
  }

  private CountAnswer<Total> total(Window window, Filter filter) {
    return queries.answer(new TotalQuery(PROJECT, window, Measure.ALL, filter));
  }

  private static SeriesQuery series(Split split) {
    return new SeriesQuery(new DayRange(DAY.minus(29), DAY), split, Interval.DAY, Measure.ALL);
  }

  private static void assertUnknown(CountAnswer<?> answer) {
    assertEquals(new CountAnswer.Unanswered<>(Reason.UNKNOWN), answer);
  }

  /** On each day 10 of 2.31.0 and 5 of 1.0 by pip, 20 of 2.32.3 by uv. */
  private void importDays(Day first, int days) throws Exception {
    String rows =
        new DayRange(first, first.plus(days - 1))
            .days().stream()
                .map(
                    day ->
                        """
                        %1$s,requests,2.31.0,10,3.12,pip
                        %1$s,requests,1.0,5,3.13,pip
                        %1$s,requests,2.32.3,20,3.12,uv
                        """
                            .formatted(day))
                .collect(Collectors.joining());
    Path file = folder.resolve(first + ".csv");
    Files.writeString(file, "date,project,version,downloads,python,installer\n" + rows);
    assertTrue(importer.importFiles(List.of(file)).isPresent());
  }

  /** Four downloads a day, of which nothing more is known. */
  private record TotalsOnly(String name) implements HistorySource {

    @Override
    public int projectsAtOnce() {
      return 1;
    }

    @Override
    public Delivery readHistory(
        Set<ProjectName> projects, DayRange days, Duration within, RowSink rows)
        throws SourceException {
      for (Day day : days.days()) {
        rows.count(CountRow.ofProject(day, "requests", new Counts(4, 2)));
      }
      return new Delivery(days, EnumSet.allOf(Measure.class), Set.of(), Optional.empty());
    }
  }
}
