package dev.blazon.bench.stats;

import dev.blazon.bench.Goal;
import dev.blazon.bench.Goal.Direction;
import dev.blazon.bench.Load;
import dev.blazon.bench.Results;
import dev.blazon.bench.stats.CountsOverHttp.NewBadges;
import dev.blazon.bench.stats.StoreProcess.Import;
import dev.blazon.bench.stats.StoreProcess.Reads;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables and goals of the stats service. */
final class StatsReport {

  static final int KEPT_DAYS = 180;
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
        "Where the time is much more than the processor's, the disk was waited for,"
            + " or other processes.");
    goal("import beside `sqlite3 .import`", median(seconds(imports)) / median(plain), 1.5, "×");
    goal("import: resident memory at most", last.peak() / MEBIBYTE, RESIDENT_MEBIBYTES, "MiB");
    goal(
        "import: the last third of the days beside the first",
        median(lastThird(seconds(imports))) / median(firstThird(seconds(imports))),
        SAME_TIME,
        "×");
    goal("disk beside the plain table", (double) last.bytes() / plainBytes, 0.25, "×");
  }

  /** The same store before and after its month is closed. */
  void closed(List<Import> imports, StoreSize open, StoreSize closed, double seconds) {
    double bytes = open.of(KEPT_DAYS, imports.size(), closed);
    results.text(sizes(imports, open, closed, seconds));
    goal(
        "disk for a row (project, version, day), both measures, over 180 days",
        bytes / rowsOfKeptDays(imports),
        3,
        "bytes");
    goal("disk for 180 days of all of PyPI", ofAllProjects(bytes), 2, "GB");
  }

  private static String sizes(
      List<Import> imports, StoreSize open, StoreSize closed, double seconds) {
    long rows = imports.stream().mapToLong(Import::rows).sum();
    return String.format(
        Locale.ROOT,
        "A row of the month takes %.2f bytes; %.2f when the month is closed, which takes %.1f s, once."
            + " Names, versions and newest days of projects take %.0f MiB. 180 days are %d in open"
            + " months, the most that there can be, and the others in closed ones.",
        (double) open.months() / rows,
        (double) closed.months() / rows,
        seconds,
        (open.used() - open.months()) / MEBIBYTE,
        StoreSize.OPEN_DAYS);
  }

  private double ofAllProjects(double bytes) {
    return bytes / GIGABYTE * ALL_PROJECTS / projects;
  }

  /** Badges over HTTP that nobody asked for before. */
  void newBadges(NewBadges badges) {
    results.text(
        String.format(
            Locale.ROOT,
            "Over HTTP: %,.0f download badges a second that nobody asked for before, beside %,.0f"
                + " answers of the bare Vert.x server (median of %d rounds, in turn; %d failed). All of"
                + " Blazon takes %.0f MiB after them, and %.0f MiB after as many rounds of badges without"
                + " counts, with `BLAZON_STATS=off`.",
            Load.median(badges.ours()).perSecond(),
            Load.median(badges.bares()).perSecond(),
            badges.ours().size(),
            badges.failed(),
            badges.with(),
            badges.without()));
    goal(
        "download badges never asked for before, beside bare Vert.x",
        badges.share(),
        0.25,
        Direction.AT_LEAST,
        "×");
    goal("all in one: memory of counts in use", badges.with() - badges.without(), 30, "MiB");
  }

  /** All days of a large project by version, over HTTP. */
  void series(Load load, int versions) {
    results.text(
        String.format(
            Locale.ROOT,
            "180 days of a project with %d versions as JSON over HTTP: p50 %.2f ms, p99 %.2f ms (%d"
                + " failed).",
            versions,
            load.p50(),
            load.p99(),
            load.failed() + load.broken()));
    goal("180 days × versions of a large project over HTTP, p50", load.p50(), 3, "ms");
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

  /**
   * Imports and reads of both engines, taken in turn, so that what else the machine did slowed
   * both.
   */
  void postgresql(
      List<Import> there,
      List<Import> here,
      List<Reads> readsThere,
      List<Reads> readsHere,
      Reads busy) {
    List<Import> sameDays = there.subList(0, here.size());
    double server = median(readsThere.stream().map(Reads::p50).toList());
    double sqlite = median(readsHere.stream().map(Reads::p50).toList());
    results.text(
        String.format(
            Locale.ROOT,
            "PostgreSQL, in turn with SQLite: import of a day %.2f s beside %.2f s, a number %.1f µs"
                + " beside %.1f µs; on disk %.0f MiB after %d days.",
            median(seconds(sameDays)),
            median(seconds(here)),
            server,
            sqlite,
            last(there).bytes() / MEBIBYTE,
            there.size()));
    goal(
        "PostgreSQL: import beside SQLite's",
        median(seconds(sameDays)) / median(seconds(here)),
        2,
        "×");
    goal("PostgreSQL: read of a number beside SQLite's", server / sqlite, 5, "×");
    table("PostgreSQL", readsThere.get(0), busy);
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
    goal(
        "import of all breakdowns: resident memory at most",
        last(imports).peak() / MEBIBYTE,
        RESIDENT_MEBIBYTES,
        "MiB");
  }

  /** The sizes of a store of so many projects. */
  void breakdownSizes(
      List<Import> imports, StoreSize open, StoreSize closed, double seconds, int ofProjects) {
    results.text(
        String.format(Locale.ROOT, "%,d projects with all breakdowns. ", ofProjects)
            + sizes(imports, open, closed, seconds));
    double bytes = open.of(KEPT_DAYS, imports.size(), closed);
    goal(
        "disk for 180 days of all of PyPI with all breakdowns",
        bytes / GIGABYTE * ALL_PROJECTS / ofProjects,
        4,
        "GB");
  }

  private static double rowsOfKeptDays(List<Import> imports) {
    long rows = imports.stream().mapToLong(Import::rows).sum();
    return (double) rows / imports.size() * KEPT_DAYS;
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
    goal(what, measured, target, Direction.AT_MOST, unit);
  }

  private void goal(String what, double measured, double target, Direction direction, String unit) {
    results.goal(new Goal(what, measured, target, direction, unit));
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
