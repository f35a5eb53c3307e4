package dev.blazon.stats.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Interval;
import dev.blazon.count.LedgerEntry;
import dev.blazon.count.Measure;
import dev.blazon.count.Rank;
import dev.blazon.count.RankingList;
import dev.blazon.count.Series;
import dev.blazon.count.SeriesQuery;
import dev.blazon.count.Split;
import dev.blazon.count.Total;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.query.DownloadQueries;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoredProject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Imports random days in any order and again, and compares all answers with plain rows. */
final class ImportOracleCheck {

  private static final Day FIRST = Day.of(2026, 5, 20);
  private static final int FEW_DAYS = 80;
  private static final int YEARS = 1000;
  private static final DayRange ALL_DAYS = new DayRange(FIRST, FIRST.plus(YEARS));
  private static final int SMALL_SORTER = 16 * 1024;

  static void run(Store store, Path folder, Random random) throws Exception {
    run(store, folder, random, FEW_DAYS);
  }

  /** Most days of years are missing. */
  static void runWithGaps(Store store, Path folder, Random random) throws Exception {
    run(store, folder, random, YEARS);
  }

  private static void run(Store store, Path folder, Random random, int span) throws Exception {
    Importer importer =
        new Importer(store, new ImportSettings(folder, 10_000, SMALL_SORTER), Clock.systemUTC());
    Oracle oracle = new Oracle();
    RandomDays days = new RandomDays(random, FIRST, span);
    int imports = 1 + random.nextInt(12);
    for (int i = 0; i < imports; i++) {
      List<PlainRow> rows = days.rows();
      assertTrue(importer.importFiles(List.of(days.write(folder, rows))).isPresent());
      oracle.importDays(rows);
    }
    assertEquals(oracle.days(), store.ledger().entries().stream().map(LedgerEntry::day).toList());
    for (LedgerEntry entry : store.ledger().entries()) {
      assertEquals(oracle.sum(entry.day()), entry.sum());
    }
    DownloadQueries queries = new DownloadQueries(store);
    for (String project : oracle.projects()) {
      ProjectName name = ProjectName.parse(project).orElseThrow();
      StoredProject stored = store.project(project).orElseThrow();
      assertEquals(oracle.versions(project), versions(queries, name), project);
      assertEquals(
          oracle.versions(project).keySet().iterator().next().epochDay(),
          stored.summary().firstDay());
      checkWindows(oracle, queries, name);
    }
    checkRankings(oracle, queries);
  }

  private static void checkWindows(Oracle oracle, DownloadQueries queries, ProjectName name) {
    for (Window window : Window.values()) {
      for (Measure measure : Measure.values()) {
        Total total = queries.total(name, window, measure).orElseThrow();
        List<Day> days = oracle.window(window);
        assertEquals(
            oracle.total(name.normalized(), days).in(measure),
            total.downloads(),
            name + " " + window + " " + measure);
        assertEquals(new DayRange(days.get(0), days.get(days.size() - 1)), total.basis().days());
        assertEquals(days.size(), total.basis().knownDays());
      }
    }
  }

  private static void checkRankings(Oracle oracle, DownloadQueries queries) {
    for (Window window : Window.values()) {
      for (Measure measure : Measure.values()) {
        List<String> expected = oracle.ranking(window, measure);
        assertEquals(
            expected,
            queries.top(RankingList.of(window), measure, TopList.PLACES).stream()
                .map(place -> place.project() + " " + place.downloads())
                .toList());
        for (String project : oracle.projects()) {
          long downloads = oracle.total(project, oracle.window(window)).in(measure);
          if (downloads > 0) {
            Rank rank =
                queries
                    .rank(ProjectName.parse(project).orElseThrow(), window, measure)
                    .orElseThrow();
            assertEquals(expected.size(), rank.projects());
            assertEquals(oracle.rank(project, window, measure), rank.rank());
          }
        }
      }
    }
  }

  private static Map<Day, Map<String, Counts>> versions(DownloadQueries queries, ProjectName name) {
    Map<Day, Map<String, Counts>> found = new TreeMap<>();
    Series all = queries.series(name, byVersion(Measure.ALL)).orElseThrow();
    Series without = queries.series(name, byVersion(Measure.WITHOUT_MIRRORS)).orElseThrow();
    for (int line = 0; line < all.lines().size(); line++) {
      String version = all.lines().get(line);
      int same = without.lines().indexOf(version);
      for (int time = 0; time < all.starts().size(); time++) {
        long downloads = all.downloads()[line][time];
        if (downloads > 0) {
          found
              .computeIfAbsent(all.starts().get(time), any -> new TreeMap<>())
              .put(version, new Counts(downloads, same < 0 ? 0 : without.downloads()[same][time]));
        }
      }
    }
    return found;
  }

  private static SeriesQuery byVersion(Measure measure) {
    return new SeriesQuery(ALL_DAYS, new Split.Versions(List.of()), Interval.DAY, measure);
  }
}
