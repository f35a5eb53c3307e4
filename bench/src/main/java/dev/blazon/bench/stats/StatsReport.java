package dev.blazon.bench.stats;

import dev.blazon.bench.Goal;
import dev.blazon.bench.Goal.Direction;
import dev.blazon.bench.Results;
import dev.blazon.bench.stats.StoreProcess.Import;
import dev.blazon.bench.stats.StoreProcess.Reads;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables and goals of the stats service. */
final class StatsReport {

  private static final int KEPT_DAYS = 180;
  private static final double MEBIBYTE = 1 << 20;
  private static final double GIGABYTE = 1e9;
  private static final int ALL_PROJECTS = 700_000;
  private static final double RESIDENT_MEBIBYTES = 350;

  /** A month's bytes grow with its days, and are written again with each; more must not grow. */
  private static final double SAME_TIME = 1.5;

  private final Results results;
  private final int projects;

  StatsReport(Results results, int projects) {
    this.results = results;
    this.projects = projects;
  }

  void imports(List<Import> imports, List<Double> plain, long plainBytes) {
    Import last = last(imports);
    long rows = imports.stream().mapToLong(Import::rows).sum();
    List<List<String>> table = new ArrayList<>();
    table.add(
        List.of("", "import of a day, median", "first", "last", "processor", "on disk", "a row"));
    table.add(row("the store, `.csv.gz`", seconds(imports), cpu(imports), last.bytes(), rows));
    table.add(row("`sqlite3 .import`", plain, "", plainBytes, rows));
    results.table(table);
    results.text(
        "The bytes of a row over 180 days are calculated from the growth in the second half of the"
            + " days. Where the time is much more than the processor's, the disk was waited for,"
            + " or other processes.");
    goal("import beside `sqlite3 .import`", median(seconds(imports)) / median(plain), 1.5, "×");
    goal("import: resident memory at most", last.peak() / MEBIBYTE, RESIDENT_MEBIBYTES, "MiB");
    goal(
        "import: the last third of the days beside the first",
        median(lastThird(seconds(imports))) / median(firstThird(seconds(imports))),
        SAME_TIME,
        "×");
    goal(
        "disk for a row (project, version, day), both measures, over 180 days",
        bytesOfKeptDays(imports) / rowsOfKeptDays(imports),
        3,
        "bytes");
    goal("disk beside the plain table", (double) last.bytes() / plainBytes, 0.25, "×");
    goal("disk for 180 days of all of PyPI", ofAllProjects(imports), 2, "GB");
  }

  void unsorted(Import once, Import sorted) {
    results.text(
        String.format(
            Locale.ROOT,
            "The first day with its rows in no order: %.2f s, beside %.2f s in order.",
            once.seconds(),
            sorted.seconds()));
    goal(
        "import of rows in no order: resident memory at most",
        once.peak() / MEBIBYTE,
        RESIDENT_MEBIBYTES,
        "MiB");
  }

  void reads(Reads quiet, Reads busy) {
    table("SQLite", quiet, busy);
    goal("number of a badge, p50", quiet.p50(), 20, "µs");
    goal("number of a badge, p99", quiet.p99(), 200, "µs");
    goal("number of a badge, p50 while a day is imported", busy.p50(), 20, "µs");
    goal("number of a badge, p99 while a day is imported", busy.p99(), 200, "µs");
  }

  void postgresql(
      List<Import> there, List<Import> sqlite, Reads reads, Reads busy, Reads ofSqlite) {
    double ratio = median(seconds(there)) / median(seconds(sqlite));
    results.text(
        String.format(
            Locale.ROOT,
            "PostgreSQL: import of a day %.2f s, on disk %.0f MiB.",
            median(seconds(there)),
            last(there).bytes() / MEBIBYTE));
    goal("PostgreSQL: import beside SQLite's", ratio, 2, "×");
    goal("PostgreSQL: read of a number beside SQLite's", reads.p50() / ofSqlite.p50(), 5, "×");
    table("PostgreSQL", reads, busy);
  }

  /** What a check of all numbers said, after a day was replaced and an import killed. */
  void check(String engine, String sentence) {
    results.text(
        engine
            + ", after a day was replaced and an import killed midway, beside SQL over the plain"
            + " rows: "
            + sentence
            + ".");
  }

  void breakdowns(List<Import> imports) {
    results.text(
        String.format(
            Locale.ROOT,
            "With all breakdowns: import of a day %.2f s, %.0f MiB after %d days.",
            median(seconds(imports)),
            last(imports).bytes() / MEBIBYTE,
            imports.size()));
    goal("disk for 180 days of all of PyPI with all breakdowns", ofAllProjects(imports), 4, "GB");
    goal(
        "import of all breakdowns: resident memory at most",
        last(imports).peak() / MEBIBYTE,
        RESIDENT_MEBIBYTES,
        "MiB");
  }

  private double ofAllProjects(List<Import> imports) {
    return bytesOfKeptDays(imports) / GIGABYTE * ALL_PROJECTS / projects;
  }

  private static double rowsOfKeptDays(List<Import> imports) {
    long rows = imports.stream().mapToLong(Import::rows).sum();
    return (double) rows / imports.size() * KEPT_DAYS;
  }

  /**
   * Bytes of the store, if days go on as in the second half of those that were measured: names,
   * versions and summaries of projects are there from the first days on.
   */
  private static double bytesOfKeptDays(List<Import> imports) {
    Import middle = imports.get(imports.size() / 2);
    Import last = last(imports);
    List<Import> since = imports.subList(imports.size() / 2 + 1, imports.size());
    long rows = imports.stream().mapToLong(Import::rows).sum();
    long rowsSince = since.stream().mapToLong(Import::rows).sum();
    double each = (double) (last.bytes() - middle.bytes()) / Math.max(1, rowsSince);
    return last.bytes() + each * (rowsOfKeptDays(imports) - rows);
  }

  private static List<String> row(
      String name, List<Double> seconds, String cpu, long bytes, long rows) {
    return List.of(
        name,
        text("%.2f s", median(seconds)),
        text("%.2f s", seconds.get(0)),
        text("%.2f s", seconds.get(seconds.size() - 1)),
        cpu,
        text("%.0f MiB", bytes / MEBIBYTE),
        text("%.2f bytes", (double) bytes / rows));
  }

  private void table(String engine, Reads quiet, Reads busy) {
    List<List<String>> table = new ArrayList<>();
    table.add(List.of(engine, "p50", "p99", "p50 while importing", "p99 while importing"));
    table.add(
        List.of(
            "number of a badge",
            text("%.1f µs", quiet.p50()),
            text("%.1f µs", quiet.p99()),
            text("%.1f µs", busy.p50()),
            text("%.1f µs", busy.p99())));
    table.add(
        List.of(
            "series of the largest project, by version",
            text("%.0f µs", quiet.seriesP50()),
            text("%.0f µs", quiet.seriesP99()),
            text("%.0f µs", busy.seriesP50()),
            text("%.0f µs", busy.seriesP99())));
    results.table(table);
  }

  private void goal(String what, double measured, double target, String unit) {
    results.goal(new Goal(what, measured, target, Direction.AT_MOST, unit));
  }

  private static Import last(List<Import> imports) {
    return imports.get(imports.size() - 1);
  }

  private static List<Double> seconds(List<Import> imports) {
    return imports.stream().map(Import::seconds).toList();
  }

  private static String cpu(List<Import> imports) {
    return text("%.2f s", median(imports.stream().map(Import::cpu).toList()));
  }

  private static List<Double> firstThird(List<Double> values) {
    return values.subList(0, Math.max(1, values.size() / 3));
  }

  private static List<Double> lastThird(List<Double> values) {
    return values.subList(values.size() * 2 / 3, values.size());
  }

  static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
