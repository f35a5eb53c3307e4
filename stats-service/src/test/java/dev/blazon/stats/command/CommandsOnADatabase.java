package dev.blazon.stats.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.count.Day;
import dev.blazon.count.Measure;
import dev.blazon.count.RankingList;
import dev.blazon.count.Total;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.packed.RowChecksum;
import dev.blazon.stats.packed.Summary;
import dev.blazon.stats.query.DownloadQueries;
import dev.blazon.stats.store.ImportLock;
import dev.blazon.stats.store.ImportTransaction;
import dev.blazon.stats.store.ProjectChange;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import dev.blazon.stats.store.StoredProject;
import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands do, on each kind of database. */
abstract class CommandsOnADatabase {

  private static final Day FIRST = TestRows.FIRST;
  private static final ProjectName PROJECT = ProjectName.parse("Requests").orElseThrow();

  @TempDir Path folder;
  private String database;

  abstract String newDatabase();

  abstract Connection connect(String of) throws SQLException;

  @BeforeEach
  void create() {
    database = newDatabase();
  }

  // export

  @ParameterizedTest
  @ValueSource(strings = {"--gzip", ""})
  void an_exported_day_is_imported_as_the_same_bytes(String option) throws IOException {
    new TestRows(folder, 1).importDays(database, 5);
    String other = newDatabase();
    Path files = folder.resolve("archive");
    for (int i = 0; i < 5; i++) {
      Day day = FIRST.plus(i);
      export(files, day, option).fine();
      Path file = files.resolve(day + (option.isEmpty() ? ".csv" : ".csv.gz"));
      CommandRun.of(other, "import", file.toString()).fine();
    }
    assertEquals(StoredBytes.of(database), StoredBytes.of(other));
  }

  @Test
  void the_index_names_each_file_with_its_size() throws IOException {
    new TestRows(folder, 1).importDays(database, 3);
    Path files = folder.resolve("archive");
    export(files, FIRST, "").fine();
    export(files, FIRST.plus(2), "--gzip").fine();
    JsonArray index = new JsonArray(Files.readString(files.resolve("index.json")));
    assertEquals(2, index.size());
    assertEquals(FIRST + ".csv", index.getJsonObject(0).getString("name"));
    assertEquals(FIRST.plus(2) + ".csv.gz", index.getJsonObject(1).getString("name"));
    for (int i = 0; i < 2; i++) {
      assertEquals(
          Files.size(files.resolve(index.getJsonObject(i).getString("name"))),
          index.getJsonObject(i).getLong("size"));
    }
  }

  @Test
  void a_day_is_in_the_folder_once_packed_or_not() throws IOException {
    new TestRows(folder, 1).importDays(database, 1);
    Path files = folder.resolve("archive");
    export(files, FIRST, "").fine();
    export(files, FIRST, "--gzip").fine();
    try (var all = Files.list(files)) {
      assertEquals(
          List.of(FIRST + ".csv.gz", "index.json"),
          all.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void a_day_whose_mirrors_nobody_knows_has_no_column_for_them() throws IOException {
    importText("date,project,version,downloads\n" + FIRST + ",requests,1.0,10\n");
    Path files = folder.resolve("archive");
    export(files, FIRST, "").fine();
    assertEquals(
        "date,project,version,downloads\n" + FIRST + ",requests,1.0,10\n",
        Files.readString(files.resolve(FIRST + ".csv")));
  }

  @Test
  void a_day_that_was_not_imported_is_not_exported() throws IOException {
    new TestRows(folder, 1).importDays(database, 1);
    CommandRun run = export(folder.resolve("archive"), FIRST.plus(1), "");
    assertEquals(ExitCode.PROBLEM, run.code());
    assertEquals(
        "blazon stats: " + FIRST.plus(1) + ": the day was not imported for all projects",
        run.err().strip());
  }

  // verify

  @Test
  void a_sound_database_has_no_differences() throws IOException {
    new TestRows(folder, 1).importDays(database, 40);
    CommandRun.of(database, "import", new TestRows(folder, 2).day(FIRST.plus(10)).toString())
        .fine();
    seed("project,total_downloads\nproject-1,9999999\nproject-2,5\nnew,77\n", FIRST.plus(7)).fine();
    CommandRun run = CommandRun.of(database, "verify").fine();
    assertEquals("", run.out());
    assertEquals("41 projects and 40 days compared, 0 differences", run.err().strip());
  }

  @Test
  void an_empty_database_has_no_differences() {
    CommandRun.of(database, "verify").fine();
  }

  @Test
  void a_wrong_summary_is_found() throws Exception {
    new TestRows(folder, 1).importDays(database, 3);
    Summary summary = summary("project-3");
    long total = summary.totalAll();
    summary.replaceDay(FIRST.minus(1).epochDay(), 0, 0, 7, 7);
    putSummary("project-3", summary);
    CommandRun run = CommandRun.of(database, "verify");
    assertEquals(ExitCode.PROBLEM, run.code());
    String found = run.out();
    assertTrue(found.contains("project-3: the total is " + (total + 7) + " ("), found);
    assertTrue(found.contains("its days add up to " + total + " ("), found);
    assertTrue(found.contains("project-3: the first day is 2026-09-27"), found);
    assertTrue(found.contains("project-3: the newest days, from which windows are read"), found);
    assertTrue(
        found
            .lines()
            .allMatch(
                line ->
                    line.contains("project-3:")
                        || line.contains("ranking")
                        || line.contains("distribution")),
        found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM ranking WHERE list = 'week' AND measure = 'all' AND place = 3"
            + " -> the ranking week of all: place 4 is ",
        "UPDATE ranking SET downloads = downloads + 1 WHERE list = 'all' AND place = 1"
            + " -> the ranking all of without_mirrors: place 1 is ",
        "DELETE FROM distribution WHERE span = 'MONTH'"
            + " -> the distribution of all in month is not that of the projects",
        "UPDATE ledger SET all_downloads = all_downloads + 1 WHERE day = 20724"
            + " -> 2026-09-28: the ledger has ",
        "DELETE FROM project WHERE name = 'project-5' -> , but no summary",
        "DELETE FROM project_version WHERE project = (SELECT min(project) FROM project_version)"
            + " -> 2026-09: it has a version that is not in the project's list",
      })
  void a_wrong_table_is_found(String change) throws Exception {
    new TestRows(folder, 1).importDays(database, 3);
    String[] parts = change.split(" -> ", 2);
    execute(parts[0]);
    CommandRun run = CommandRun.of(database, "verify");
    assertEquals(ExitCode.PROBLEM, run.code(), run.out());
    assertTrue(run.out().contains(parts[1]), run.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM category WHERE dimension = 'python'"
            + " -> 2026-09: it has a category without a name",
        "DELETE FROM project_month -> 2026-09: it has breakdowns, but no downloads",
      })
  void breakdowns_of_nothing_are_found(String change) throws Exception {
    Path file = folder.resolve("breakdowns.csv");
    Files.writeString(
        file, "date,project,version,downloads,python\n" + FIRST + ",requests,1.0,5,3.12\n");
    CommandRun.of(database, "import", file.toString()).fine();
    CommandRun.of(database, "verify").fine();
    String[] parts = change.split(" -> ", 2);
    execute(parts[0]);
    CommandRun run = CommandRun.of(database, "verify");
    assertEquals(ExitCode.PROBLEM, run.code(), run.out());
    assertTrue(run.out().contains(parts[1]), run.out());
  }

  @Test
  void breakdowns_with_more_downloads_than_their_day_are_found() throws Exception {
    Path file = folder.resolve("breakdowns.csv");
    Files.writeString(
        file,
        "date,project,version,downloads,python\n"
            + (FIRST + ",httpx,1.0,5,3.12\n")
            + (FIRST + ",requests,1.0,3,3.12\n"));
    CommandRun.of(database, "import", file.toString()).fine();
    try (Store store = Store.open(StoreLocation.parse(database));
        ImportLock lock = store.lockForImport().orElseThrow();
        ImportTransaction transaction = lock.begin()) {
      StoredProject less = store.project("requests").orElseThrow();
      StoredProject more = store.project("httpx").orElseThrow();
      ProjectChange change = new ProjectChange();
      change.begin(less.summary().toBytes());
      change.breakdown(transaction.breakdowns(more.id(), List.of(FIRST.month())).get(0).days());
      transaction.write("requests", less.id(), FIRST.month(), change);
      transaction.commit();
    }
    CommandRun run = CommandRun.of(database, "verify");
    assertEquals(ExitCode.PROBLEM, run.code(), run.out());
    assertTrue(run.out().contains("more downloads by category than in all"), run.out());
  }

  @Test
  void a_damaged_month_is_found() throws Exception {
    new TestRows(folder, 1).importDays(database, 3);
    try (Connection connection = connect(database);
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE project_month SET days = ? WHERE key ="
                    + " (SELECT min(key) FROM project_month)")) {
      update.setBytes(1, new byte[] {1, 2, 3, 4, 5, 6});
      update.executeUpdate();
    }
    CommandRun run = CommandRun.of(database, "verify");
    assertEquals(ExitCode.PROBLEM, run.code());
    assertTrue(run.out().contains("2026-09 is damaged: the checksum does not match"), run.out());
  }

  // seed

  @Test
  void later_days_add_to_a_seed_and_days_within_do_not() throws IOException {
    importDay(FIRST, 10, 4);
    importDay(FIRST.plus(1), 20, 8);
    seed("project,total_downloads,total_without_mirrors\nRequests,1000,400\n", FIRST).fine();
    assertEquals(1020, total(Measure.ALL));
    assertEquals(408, total(Measure.WITHOUT_MIRRORS));
    importDay(FIRST.plus(2), 5, 1);
    assertEquals(1025, total(Measure.ALL));
    importDay(FIRST, 99, 9);
    importDay(FIRST.minus(3), 7, 7);
    assertEquals(1025, total(Measure.ALL));
    CommandRun.of(database, "verify").fine();
  }

  @Test
  void a_seed_replaces_the_one_before() throws IOException {
    importDay(FIRST, 10, 4);
    importDay(FIRST.plus(1), 20, 8);
    importDay(FIRST.plus(2), 40, 16);
    for (int offset : new int[] {0, 2, 1, -9, 1}) {
      seed("project,total_downloads,total_without_mirrors\nrequests,500,200\n", FIRST.plus(offset))
          .fine();
      int after = offset < 0 ? 70 : offset == 0 ? 60 : offset == 1 ? 40 : 0;
      assertEquals(500 + after, total(Measure.ALL), "until day " + offset);
      CommandRun.of(database, "verify").fine();
    }
  }

  @Test
  void a_seed_that_says_less_than_the_days_does_not_lower_the_total() throws IOException {
    importDay(FIRST, 10, 4);
    importDay(FIRST.plus(1), 20, 8);
    CommandRun run =
        seed("project,total_downloads,total_without_mirrors\nrequests,6,5\n", FIRST).fine();
    assertEquals(
        "1 projects have totals until 2026-09-28; 1 of them keep the larger sum of their days; 0"
            + " rejects",
        run.out().strip());
    assertEquals(30, total(Measure.ALL));
    assertEquals(13, total(Measure.WITHOUT_MIRRORS));
    CommandRun.of(database, "verify").fine();
  }

  @Test
  void a_seed_alone_is_a_total() throws IOException {
    seed("project,total_downloads,total_without_mirrors\nrequests,1000,400\n", FIRST).fine();
    Total total = read(Measure.WITHOUT_MIRRORS);
    assertEquals(400, total.downloads());
    assertEquals(List.of("seed"), total.basis().sources());
    assertEquals(FIRST, total.basis().days().last());
    importDay(FIRST.plus(1), 5, 5);
    assertEquals(List.of("seed", "file"), read(Measure.ALL).basis().sources());
    assertEquals(405, total(Measure.WITHOUT_MIRRORS));
  }

  @Test
  void a_seed_without_mirrors_answers_with_all_downloads_and_says_so() throws IOException {
    importDay(FIRST.plus(1), 5, 2);
    seed("project,total_downloads\nrequests,1000\n", FIRST).fine();
    Total total = read(Measure.WITHOUT_MIRRORS);
    assertEquals(1005, total.downloads());
    assertEquals(Measure.ALL, total.basis().measure());
  }

  @Test
  void a_seed_moves_rankings() throws IOException {
    importText(
        "date,project,version,downloads\n" + FIRST + ",requests,1.0,10\n" + FIRST + ",flask,1,9\n");
    seed("project,total_downloads\nflask,1000\n", FIRST).fine();
    try (Store store = Store.open(StoreLocation.parse(database))) {
      assertEquals(
          List.of("flask", "requests"),
          store.ranking(RankingList.ALL, Measure.ALL, 9).stream()
              .map(place -> place.project())
              .toList());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name,total_downloads -> :1: the column project is missing in the first line",
        "project,total -> :1: the column total_downloads is missing in the first line",
        "project,total_downloads;a,1;b,-2 -> :3: total_downloads is no count: '-2'",
        "project,total_downloads;a,1;b,two -> :3: total_downloads is no count: 'two'",
        "project,total_downloads;a,1;b -> :3: there are 1 fields, but the first line has 2",
        "project,total_downloads,total_without_mirrors;a,1,2 -> :2: total_without_mirrors is too"
            + " large: 2 of at most 1",
        "project,total_downloads;a.b,1;c,2;A-B,3 -> :4: the project a-b has a total in line 2, too",
      })
  void a_malformed_seed_is_refused_and_nothing_of_it_is_kept(String change) throws IOException {
    importDay(FIRST, 10, 4);
    String before = StoredBytes.of(database);
    String[] parts = change.split(" -> ", 2);
    CommandRun run = seed(parts[0].replace(';', '\n'), FIRST);
    assertEquals(ExitCode.BAD_INPUT, run.code(), run.err());
    assertEquals("blazon stats: " + folder.resolve("seed.csv") + parts[1], run.err().strip());
    assertEquals(before, StoredBytes.of(database));
  }

  @Test
  void lines_about_impossible_names_are_rejects() throws IOException {
    CommandRun run = seed("project,total_downloads\n-bad-,1\nrequests,5\n", FIRST).fine();
    assertEquals(
        "1 projects have totals until 2026-09-28; 0 of them keep the larger sum of their days; 1"
            + " rejects",
        run.out().strip());
  }

  @Test
  void a_corrected_day_changes_the_bytes() throws IOException {
    new TestRows(folder, 1).importDays(database, 1);
    String before = StoredBytes.of(database);
    CommandRun.of(database, "import", new TestRows(folder, 2).day(FIRST).toString()).fine();
    assertNotEquals(before, StoredBytes.of(database));
  }

  private CommandRun export(Path files, Day day, String option) {
    String[] arguments = {"export", "--day", day.toString(), "--to", files.toString(), option};
    return CommandRun.of(
        database, option.isEmpty() ? Arrays.copyOf(arguments, arguments.length - 1) : arguments);
  }

  private CommandRun seed(String text, Day until) throws IOException {
    Path file = Files.writeString(folder.resolve("seed.csv"), text);
    return CommandRun.of(database, "seed", file.toString(), "--until", until.toString());
  }

  private void importDay(Day day, int all, int without) throws IOException {
    importText(
        "date,project,version,downloads,without_mirrors\n%s,requests,1.0,%d,%d\n"
            .formatted(day, all, without));
  }

  private void importText(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("day.csv"), text);
    CommandRun.of(database, "import", file.toString()).fine();
  }

  private long total(Measure measure) {
    return read(measure).downloads();
  }

  private Total read(Measure measure) {
    try (Store store = Store.open(StoreLocation.parse(database))) {
      return new DownloadQueries(store).total(PROJECT, Window.ALL, measure).orElseThrow();
    }
  }

  private int id(String name) {
    try (Store store = Store.open(StoreLocation.parse(database))) {
      return store.project(name).orElseThrow().id();
    }
  }

  private Summary summary(String name) {
    try (Store store = Store.open(StoreLocation.parse(database))) {
      return store.project(name).orElseThrow().summary();
    }
  }

  private void putSummary(String name, Summary summary) throws SQLException {
    byte[] bytes = summary.toBytes();
    RowChecksum.mix(bytes, RowChecksum.key(name.getBytes(StandardCharsets.US_ASCII), id(name)));
    try (Connection connection = connect(database);
        PreparedStatement update =
            connection.prepareStatement("UPDATE project SET summary = ? WHERE name = ?")) {
      update.setBytes(1, bytes);
      update.setString(2, name);
      update.executeUpdate();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      assertTrue(statement.executeUpdate(sql) > 0, sql);
    }
  }
}
