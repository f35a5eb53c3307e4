package dev.blazon.bench.stats;

import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Interval;
import dev.blazon.count.LedgerEntry;
import dev.blazon.count.Measure;
import dev.blazon.count.RankedProject;
import dev.blazon.count.RankingList;
import dev.blazon.count.Series;
import dev.blazon.count.SeriesQuery;
import dev.blazon.count.Split;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.query.DownloadQueries;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares what a store says with sums of SQL over the plain rows of the same days: each day's sum
 * in the ledger, each project's total and windows, series by version of some projects, and the
 * first thousand of each ranking. Ends with status 1 if any number differs. Arguments: the store,
 * the file of the plain table, and for how many projects one is compared.
 */
final class CheckProgram {

  private static final int SERIES = 300;
  private static final int PLACES = 1000;

  /** More would not help to find the reason. */
  private static final int MAX_SHOWN = 20;

  private final Store store;
  private final DownloadQueries queries;
  private final PlainCounts plain;
  private final List<String> wrong = new ArrayList<>();
  private long compared;

  private CheckProgram(Store store, PlainCounts plain) {
    this.store = store;
    this.queries = new DownloadQueries(store);
    this.plain = plain;
  }

  public static void main(String[] arguments) throws SQLException {
    try (Store store = Store.open(StoreLocation.parse(arguments[0]));
        PlainCounts plain = PlainCounts.open(arguments[1])) {
      Outcome outcome = compare(store, plain, Integer.parseInt(arguments[2]));
      if (!outcome.wrong.isEmpty()) {
        outcome.wrong.stream().limit(MAX_SHOWN).forEach(System.out::println);
        System.out.println(outcome.wrong.size() + " of " + outcome.compared + " numbers are wrong");
        System.exit(1);
      }
      System.out.printf("%,d numbers are equal to the last download%n", outcome.compared);
    }
  }

  /** How many numbers were compared, and a sentence about each that differs. */
  record Outcome(long compared, List<String> wrong) {}

  static Outcome compare(Store store, PlainCounts plain, int everyProject) throws SQLException {
    CheckProgram check = new CheckProgram(store, plain);
    check.days();
    check.projects(everyProject);
    check.rankings();
    check.series();
    return new Outcome(check.compared, check.wrong);
  }

  private void equal(Object expected, Object found, String what) {
    compared++;
    if (!expected.equals(found)) {
      wrong.add(what + ": " + found + ", but the plain rows say " + expected);
    }
  }

  private void days() throws SQLException {
    System.err.println("bench: stats: adding up the plain rows");
    plain.read();
    List<Day> days = plain.days();
    equal(days, store.ledger().entries().stream().map(LedgerEntry::day).toList(), "days");
    for (LedgerEntry entry : store.ledger().entries()) {
      equal(plain.rows(entry.day()), entry.rows(), "rows on " + entry.day());
      equal(plain.sum(entry.day()), entry.sum(), "downloads on " + entry.day());
    }
  }

  private void projects(int every) {
    System.err.println("bench: stats: comparing " + plain.projects().size() + " projects");
    int number = 0;
    for (String project : plain.projects()) {
      if (number++ % every == 0) {
        for (Window window : Window.values()) {
          for (Measure measure : Measure.values()) {
            equal(
                plain.downloads(project, window, measure),
                queries
                    .total(name(project), window, measure)
                    .map(total -> total.downloads())
                    .orElse(-1L),
                project + " " + window + " " + measure);
          }
        }
      }
    }
  }

  private void rankings() {
    System.err.println("bench: stats: comparing rankings");
    for (Window window : Window.values()) {
      for (Measure measure : Measure.values()) {
        List<String> expected = plain.top(window, measure, PLACES);
        List<RankedProject> found = queries.top(RankingList.of(window), measure, PLACES);
        equal(expected.size(), found.size(), "places by " + window);
        for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
          equal(
              expected.get(i),
              found.get(i).project() + " " + found.get(i).downloads(),
              "place " + (i + 1) + " by " + window + " " + measure);
        }
      }
    }
  }

  private void series() throws SQLException {
    System.err.println("bench: stats: comparing series");
    List<String> projects = new ArrayList<>(plain.top(Window.ALL, Measure.ALL, SERIES / 2));
    projects.replaceAll(line -> line.substring(0, line.indexOf(' ')));
    List<String> all = List.copyOf(plain.projects());
    for (int i = 0; i < SERIES / 2; i++) {
      projects.add(all.get((int) ((long) i * all.size() / (SERIES / 2))));
    }
    for (String project : projects) {
      equal(plain.versions(project), versions(project), "series of " + project);
    }
  }

  private Map<String, Counts> versions(String project) {
    Map<String, Counts> found = new TreeMap<>();
    versions(project, Measure.ALL)
        .forEach((line, downloads) -> found.put(line, new Counts(downloads, 0)));
    versions(project, Measure.WITHOUT_MIRRORS)
        .forEach(
            (line, downloads) ->
                found.merge(
                    line,
                    Counts.ofAll(downloads),
                    (all, without) -> new Counts(all.all(), without.all())));
    return found;
  }

  /** Downloads in one measure by day and version. */
  private Map<String, Long> versions(String project, Measure measure) {
    DayRange days = new DayRange(plain.days().get(0), plain.days().get(plain.days().size() - 1));
    SeriesQuery query = new SeriesQuery(days, new Split.Versions(List.of()), Interval.DAY, measure);
    Series series = queries.series(name(project), query).orElseThrow();
    Map<String, Long> found = new TreeMap<>();
    for (int line = 0; line < series.lines().size(); line++) {
      for (int time = 0; time < series.starts().size(); time++) {
        if (series.downloads()[line][time] > 0) {
          found.put(
              series.starts().get(time) + " " + series.lines().get(line),
              series.downloads()[line][time]);
        }
      }
    }
    return found;
  }

  private static ProjectName name(String project) {
    return ProjectName.parse(project).orElseThrow();
  }
}
