package dev.blazon.stats.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.LedgerEntry;
import dev.blazon.count.Measure;
import dev.blazon.count.Scope;
import dev.blazon.count.Total;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.query.DownloadQueries;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ListedImporterTest {

  private static final Duration TIME = Duration.ofSeconds(10);
  private static final Day DAY = Day.of(2026, 9, 27);

  @TempDir private Path folder;
  private Store store;
  private DownloadQueries queries;

  @BeforeEach
  void open() {
    store = Store.open(new StoreLocation.Sqlite(folder.resolve("store")));
    queries = new DownloadQueries(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_listed_day_says_nothing_about_other_projects() throws Exception {
    List<ImportedDay> days =
        listed("requests").importFiles(file("requests", 10, "flask", 5)).orElseThrow();
    LedgerEntry entry = days.get(0).entry();
    assertEquals(Scope.LISTED_PROJECTS, entry.scope());
    assertEquals(new Counts(10, 10), entry.sum());
    assertEquals(1, entry.rows());
    assertEquals(10, total("requests").orElseThrow().downloads());
    assertEquals(List.of("file"), total("requests").orElseThrow().basis().sources());
    assertEquals(Optional.empty(), total("flask"));
    assertEquals(Optional.empty(), store.ledger().newestWholeDay());
  }

  @Test
  void a_listed_project_without_rows_had_no_downloads() throws Exception {
    assertTrue(listed("requests", "django").importFiles(file("requests", 10)).isPresent());
    assertEquals(0, total("django").orElseThrow().downloads());
  }

  @Test
  void windows_of_other_projects_leave_a_listed_day_out() throws Exception {
    whole(DAY.minus(2), "requests", 1, "flask", 1);
    whole(DAY.minus(1), "requests", 2, "flask", 2);
    assertTrue(listed("requests").importFiles(file("requests", 10, "flask", 5)).isPresent());
    Total flask = read("flask", Window.DAY);
    assertEquals(2, flask.downloads());
    assertEquals(DayRange.of(DAY.minus(1)), flask.basis().days());
    Total requests = read("requests", Window.WEEK);
    assertEquals(13, requests.downloads());
    assertEquals(3, requests.basis().knownDays());
  }

  @Test
  void a_listed_day_fills_no_gap_between_days_of_all_projects() throws Exception {
    listedDay(DAY.minus(9));
    listedDay(DAY.minus(7));
    assertEquals(List.of(DAY.minus(8)), store.ledger().missingDays());
    whole(DAY.minus(2), "requests", 1);
    whole(DAY, "requests", 2);
    listedDay(DAY.minus(1));
    assertEquals(List.of(DAY.minus(1)), store.ledger().missingDays());
  }

  @Test
  void a_day_of_all_projects_stays_as_it_is() throws Exception {
    whole(DAY, "requests", 1, "flask", 1);
    assertEquals(Optional.of(List.of()), listed("requests").importFiles(file("requests", 10)));
    assertEquals(1, total("requests").orElseThrow().downloads());
    assertEquals(Scope.ALL_PROJECTS, store.ledger().entry(DAY).orElseThrow().scope());
  }

  @Test
  void a_day_of_all_projects_replaces_a_listed_one() throws Exception {
    assertTrue(
        listed("requests", "django").importFiles(file("requests", 10, "django", 3)).isPresent());
    whole(DAY, "requests", 1, "flask", 1);
    assertEquals(1, total("requests").orElseThrow().downloads());
    assertEquals(0, total("django").orElseThrow().downloads());
    assertEquals(1, store.ledger().wholeDays().length);
    assertTrue(store.project("requests").orElseThrow().summary().own().isEmpty());
  }

  @Test
  void another_list_adds_to_the_day() throws Exception {
    assertTrue(listed("requests").importFiles(file("requests", 10, "flask", 5)).isPresent());
    assertTrue(listed("flask").importFiles(file("requests", 11, "flask", 5)).isPresent());
    assertEquals(10, total("requests").orElseThrow().downloads());
    assertEquals(5, total("flask").orElseThrow().downloads());
  }

  @Test
  void days_come_from_a_source_of_single_projects_in_several_calls() throws Exception {
    List<PlainRow> rows = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      names.add("project-" + i);
      rows.add(new PlainRow(DAY, "project-" + i, "1.0", new Counts(i, i)));
    }
    ListedImporter importer = listed(names.toArray(String[]::new));
    List<ImportedDay> days =
        importer.importDays(new StubHistory("stub", rows), List.of(DAY), TIME).orElseThrow();
    assertEquals(300, days.get(0).entry().sum().all());
    assertEquals("stub", days.get(0).entry().source());
    assertEquals(24, total("project-24").orElseThrow().downloads());
  }

  @Test
  void a_day_that_the_source_never_got_is_not_imported() throws Exception {
    List<PlainRow> rows = List.of(new PlainRow(DAY, "requests", "1.0", new Counts(5, 5)));
    StubHistory source = new StubHistory("stub", rows, Set.of(DAY.minus(1)));
    List<ImportedDay> days =
        listed("requests").importDays(source, List.of(DAY.minus(1), DAY), TIME).orElseThrow();
    assertEquals(List.of(DAY), days.stream().map(day -> day.entry().day()).toList());
    SourceException none =
        assertThrows(
            SourceException.class,
            () -> listed("requests").importDays(source, List.of(DAY.minus(1)), TIME));
    assertEquals(SourceException.Kind.NO_SUCH_DAY, none.kind());
  }

  @Test
  void days_are_missing_until_every_listed_project_has_them() throws Exception {
    DayRange range = new DayRange(DAY.minus(2), DAY);
    whole(DAY.minus(2), "requests", 1);
    assertTrue(listed("requests").importFiles(file("requests", 10)).isPresent());
    assertEquals(List.of(DAY.minus(1)), listed("requests").missing(range));
    assertEquals(List.of(DAY.minus(1), DAY), listed("requests", "flask").missing(range));
  }

  @Test
  void a_day_source_may_send_other_projects_too() throws Exception {
    List<ImportedDay> days =
        listed("numpy").importDays(new StubDays(), List.of(DAY), TIME).orElseThrow();
    assertEquals(0, days.get(0).entry().sum().all());
    assertEquals(Optional.empty(), total("requests"));
    assertEquals(0, total("numpy").orElseThrow().downloads());
  }

  private ListedImporter listed(String... projects) {
    return new ListedImporter(
        store,
        ImportSettings.defaults(folder),
        Clock.systemUTC(),
        ImportProgress.UNWATCHED,
        List.of(projects).stream().map(name -> ProjectName.parse(name).orElseThrow()).toList());
  }

  private void listedDay(Day day) throws Exception {
    assertTrue(listed("requests").importFiles(List.of(write(day, "requests", 1))).isPresent());
  }

  private void whole(Day day, Object... counts) throws Exception {
    Importer importer = new Importer(store, ImportSettings.defaults(folder), Clock.systemUTC());
    assertTrue(importer.importFiles(List.of(write(day, counts))).isPresent());
  }

  private List<Path> file(Object... counts) throws IOException {
    return List.of(write(DAY, counts));
  }

  private Path write(Day day, Object... counts) throws IOException {
    StringBuilder csv = new StringBuilder("date,project,version,downloads,without_mirrors\n");
    for (int i = 0; i < counts.length; i += 2) {
      csv.append(day).append(',').append(counts[i]).append(",1.0,");
      csv.append(counts[i + 1]).append(',').append(counts[i + 1]).append('\n');
    }
    return Files.writeString(folder.resolve("day.csv"), csv);
  }

  private Optional<Total> total(String project) {
    return queries.total(ProjectName.parse(project).orElseThrow(), Window.ALL, Measure.ALL);
  }

  private Total read(String project, Window window) {
    return queries
        .total(ProjectName.parse(project).orElseThrow(), window, Measure.ALL)
        .orElseThrow();
  }
}
