package dev.blazon.stats.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.corpus.Corpus;
import dev.blazon.count.CountingRule;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.DayState;
import dev.blazon.count.Dimension;
import dev.blazon.count.Interval;
import dev.blazon.count.LedgerEntry;
import dev.blazon.count.Measure;
import dev.blazon.count.Series;
import dev.blazon.count.SeriesQuery;
import dev.blazon.count.Split;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.query.DownloadQueries;
import dev.blazon.stats.store.ImportLock;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileImportTest {

  private static final String HEAD = "date,project,version,downloads\n";

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
  @CsvSource(
      delimiter = '|',
      value = {
        "date,project,version|:1: the column downloads is missing in the first line",
        "date,project,version,downloads;2026-10-01,a,1,x|:2: downloads is no count: 'x'",
        "date,project,version,downloads;2026-10-01,a,1,-4|:2: downloads is no count: '-4'",
        "date,project,version,downloads;2026-10-01,a,1,4;2026-10-01,a,1|:3: there are 3 fields, but"
            + " the first line has 4",
        "date,project,version,downloads;yesterday,a,1,4|:2: date is no day such as 2026-08-24:"
            + " 'yesterday'",
        "date,project,version,downloads;2026-10-01,a,1,9999999999999|:2: downloads is too large:"
            + " 9999999999999 of at most 1000000000000",
        "date,project,version,downloads,without_mirrors;2026-10-01,a,1,4,5|:2: without_mirrors is"
            + " too large: 5 of at most 4",
        "date,project,version,downloads;2026-10-01,\"a,1,4|:2: quotes do not match, or there are"
            + " too many fields",
        "{\"date\":\"2026-10-01\",\"project\":\"a\",\"version\":\"1\"}|:1: the field downloads is"
            + " missing",
        "{\"date\":\"2026-10-01\",\"project\":\"a\",\"version\":\"1\",\"downloads\":\"1.5\"}|:1:"
            + " downloads is no count: '1.5'",
        "{\"date\":\"2026-10-01\",\"project\":\"a\",\"version\":\"1\",\"downloads\":1};nonsense|:2:"
            + " the line is no JSON: Unrecognized token 'nonsense': was expecting (JSON String,"
            + " Number, Array, Object or token 'null', 'true' or 'false')",
        "download|:1: the column date is missing in the first line",
      })
  void a_malformed_file_is_refused_with_its_line_and_nothing_is_kept(String text, String reason)
      throws IOException {
    Path file = Files.writeString(folder.resolve("rows.csv"), text.replace(';', '\n') + "\n");
    MalformedFileException failure =
        assertThrows(MalformedFileException.class, () -> importer.importFiles(List.of(file)));
    assertEquals(file + reason, failure.getMessage());
    assertEquals(List.of(), store.ledger().entries());
    assertTrue(store.project("a").isEmpty());
  }

  @Test
  void a_cut_gzip_file_is_refused() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream output = new GZIPOutputStream(packed)) {
      output.write(HEAD.getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 10_000; i++) {
        output.write(("2026-10-01,a,1." + i + ",1\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() * 2 / 3);
    Path file = Files.write(folder.resolve("rows.csv.gz"), cut);
    MalformedFileException failure =
        assertThrows(MalformedFileException.class, () -> importer.importFiles(List.of(file)));
    assertTrue(failure.getMessage().endsWith("the file is cut: its gzip stream does not end"));
    assertEquals(List.of(), store.ledger().entries());
  }

  @Test
  void rows_about_impossible_names_and_versions_are_rejects() throws Exception {
    LedgerEntry day =
        importText(
            HEAD
                + "2026-10-01,Requests,2.31.0,5\n"
                + "2026-10-01,-no-name-,1,7\n"
                + "2026-10-01,na me,1,7\n"
                + "2026-10-01,requests,1 0,7\n"
                + "2026-10-01,requests,"
                + "1".repeat(200)
                + ",11\n");
    assertEquals(3, day.rejects());
    assertEquals(16, day.sum().all());
    assertEquals(16, total("requests", Measure.ALL));
    assertEquals(Map.of("", 11L, "2.31.0", 5L), lines("requests", new Split.Versions(List.of())));
  }

  @Test
  void without_a_word_about_mirrors_the_answer_says_that_it_counts_all() throws Exception {
    importText(HEAD + "2026-10-01,requests,2.31.0,5\n");
    assertEquals(
        Measure.ALL,
        queries
            .total(name("requests"), Window.DAY, Measure.WITHOUT_MIRRORS)
            .orElseThrow()
            .basis()
            .measure());
  }

  /** Real rows of a day, which sum to what pypistats.org and ClickHouse say about it. */
  @Test
  void mirrors_are_told_by_the_installer_as_pypistats_does() throws Exception {
    StringBuilder csv = new StringBuilder("date,project,version,downloads,installer,ci\n");
    List<String> rows = Corpus.lines("statistics/clickpy/lean-lsp-mcp-2026-03-22.csv");
    for (String row : rows.subList(1, rows.size())) {
      String[] fields = row.split(",", -1);
      csv.append(fields[0]).append(",lean-lsp-mcp,").append(fields[1]).append(',');
      csv.append(fields[5])
          .append(',')
          .append(fields[2])
          .append(',')
          .append(fields[4])
          .append('\n');
    }
    LedgerEntry day = importText(csv.toString());
    assertEquals(396, day.sum().all());
    assertEquals(Set.of(Dimension.INSTALLER, Dimension.CI), day.dimensions());
    assertEquals(CountingRule.REQUESTS, day.rule());
    assertEquals(396, total("lean-lsp-mcp", Measure.ALL));
    Map<String, Long> installers = lines("lean-lsp-mcp", new Split.Categories(Dimension.INSTALLER));
    assertEquals(396, installers.values().stream().mapToLong(Long::longValue).sum());
    long mirrors = installers.getOrDefault("", 0L) + installers.getOrDefault("bandersnatch", 0L);
    assertEquals(396 - mirrors, total("lean-lsp-mcp", Measure.WITHOUT_MIRRORS));
  }

  @Test
  void json_lines_count_as_csv_does() throws Exception {
    importText(
        """
        {"date":"2026-10-01","project":"a","version":"1","downloads":"5","python":"3.12.1"}
        {"date":"2026-10-01","project":"a","version":"1","downloads":3,"python":null}
        """);
    assertEquals(8, total("a", Measure.ALL));
    assertEquals(Map.of("3.12", 5L, "", 3L), lines("a", new Split.Categories(Dimension.PYTHON)));
  }

  @Test
  void log_lines_are_counted_as_the_real_pipeline_does() throws Exception {
    StringBuilder log = new StringBuilder("simple|Fri, 20 Jul 2018 02:19:19 GMT|JP\n");
    int rows = 0;
    int rejects = 0;
    for (Map<String, Object> next :
        LinehaulYaml.list(Corpus.file("statistics/linehaul-events/download.yml"))) {
      String line = next.get("event").toString();
      if (!line.startsWith("download|")) {
        continue;
      }
      log.append(line).append('\n');
      rows += next.get("result") instanceof Map ? 1 : 0;
      rejects += "fails".equals(next.get("result")) ? 1 : 0;
    }
    LedgerEntry day = importText(log.toString());
    assertEquals(rows, day.sum().all());
    assertEquals(rejects, day.rejects());
    assertEquals(Day.of(2018, 7, 20), day.day());
  }

  @Test
  void a_day_whose_sum_is_odd_is_suspect() throws Exception {
    StringBuilder csv = new StringBuilder(HEAD);
    Day first = Day.of(2026, 9, 1);
    for (int i = 0; i < 35; i++) {
      csv.append(first.plus(i)).append(",a,1,").append(i == 34 ? 400 : 1000).append('\n');
    }
    importText(csv.toString());
    assertEquals(DayState.SUSPECT, store.ledger().entry(first.plus(34)).orElseThrow().state());
    assertEquals(DayState.COMPLETE, store.ledger().entry(first.plus(33)).orElseThrow().state());
  }

  @Test
  void a_missing_day_lengthens_the_window() throws Exception {
    StringBuilder csv = new StringBuilder(HEAD);
    Day first = Day.of(2026, 9, 1);
    for (int i = 0; i < 40; i++) {
      if (i != 20 && i != 25) {
        csv.append(first.plus(i)).append(",a,1,10\n");
      }
    }
    importText(csv.toString());
    var month = queries.total(name("a"), Window.MONTH, Measure.ALL).orElseThrow();
    assertEquals(300, month.downloads());
    assertEquals(new DayRange(first.plus(8), first.plus(39)), month.basis().days());
    assertEquals(30, month.basis().knownDays());
    assertEquals(List.of(first.plus(20), first.plus(25)), store.ledger().missingDays());
  }

  @Test
  void versions_of_old_months_are_forgotten_but_not_their_downloads() throws Exception {
    importer = new Importer(store, new ImportSettings(folder, 40, 1 << 20), Clock.systemUTC());
    importText(HEAD + "2026-06-10,a,1,5\n2026-06-30,a,2,6\n2026-07-02,a,2,7\n");
    assertEquals(Map.of("1", 5L, "2", 13L), lines("a", new Split.Versions(List.of())));
    importText(HEAD + "2026-08-20,a,3,1\n");
    assertEquals(Map.of("", 11L, "2", 7L, "3", 1L), lines("a", new Split.Versions(List.of())));
    assertEquals(19, total("a", Measure.ALL));
    importText(HEAD + "2026-06-10,a,1,4\n");
    assertEquals(Map.of("", 10L, "2", 7L, "3", 1L), lines("a", new Split.Versions(List.of())));
    assertEquals(18, total("a", Measure.ALL));
  }

  @Test
  void importing_a_day_again_leaves_the_same_bytes() throws Exception {
    String text = HEAD + "2026-10-01,a,1,5\n2026-10-02,a,2,6\n2026-10-02,b,1,7\n";
    importText(text);
    byte[] month = month("a");
    byte[] summary = store.project("a").orElseThrow().summary().toBytes();
    importText(text);
    assertTrue(Arrays.equals(month, month("a")));
    assertTrue(Arrays.equals(summary, store.project("a").orElseThrow().summary().toBytes()));
  }

  @Test
  void two_importers_are_one_at_a_time() throws Exception {
    Path file = Files.writeString(folder.resolve("rows.csv"), HEAD + "2026-10-01,a,1,5\n");
    ImportLock lock = store.lockForImport().orElseThrow();
    assertTrue(importer.importFiles(List.of(file)).isEmpty());
    lock.close();
    assertTrue(importer.importFiles(List.of(file)).isPresent());
  }

  private byte[] month(String project) {
    return store
        .months(store.project(project).orElseThrow(), List.of(Day.of(2026, 10, 1).month()))
        .get(0)
        .days();
  }

  private LedgerEntry importText(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("rows"), text);
    List<ImportedDay> days = importer.importFiles(List.of(file)).orElseThrow();
    return days.get(days.size() - 1).entry();
  }

  private long total(String project, Measure measure) {
    return queries.total(name(project), Window.ALL, measure).orElseThrow().downloads();
  }

  private Map<String, Long> lines(String project, Split split) {
    Series series =
        queries
            .series(
                name(project),
                new SeriesQuery(
                    new DayRange(Day.of(2026, 1, 1), Day.of(2026, 12, 31)),
                    split,
                    Interval.MONTH,
                    Measure.ALL))
            .orElseThrow();
    Map<String, Long> lines = new TreeMap<>();
    for (int i = 0; i < series.lines().size(); i++) {
      lines.put(series.lines().get(i), series.total(i));
    }
    return lines;
  }

  private static ProjectName name(String project) {
    return ProjectName.parse(project).orElseThrow();
  }
}
