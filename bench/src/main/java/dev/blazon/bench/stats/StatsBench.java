package dev.blazon.bench.stats;

import dev.blazon.bench.Child;
import dev.blazon.bench.Goal;
import dev.blazon.bench.Goal.Direction;
import dev.blazon.bench.Machine;
import dev.blazon.bench.Place;
import dev.blazon.bench.Results;
import dev.blazon.bench.ResultsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Measures the store of the stats service under the counts of a made-up PyPI: imports beside {@code
 * sqlite3 .import} of the same rows into a plain table with a key, on one core; bytes on disk;
 * reads. Writes its section of {@code bench/RESULTS.md}.
 */
public final class StatsBench {

  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final Duration PATIENCE = Duration.ofMinutes(60);
  private static final int KEPT_DAYS = 180;
  private static final int READS = 300_000;
  private static final double MEBIBYTE = 1 << 20;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MICRO = 1e3;

  /** An import in the bench: its rows, seconds, bytes of the store, and peak memory. */
  private record Import(long rows, double seconds, long bytes, long peak) {}

  /** Latencies in microseconds. */
  private record Reads(double p50, double p99, double seriesP50, double seriesP99) {}

  private final Place place;
  private final StatsOptions options;
  private final Results results;
  private final Path work;

  private StatsBench(Place place, StatsOptions options, Results results, Path work) {
    this.place = place;
    this.options = options;
    this.results = results;
    this.work = work;
  }

  /** Arguments: the project's folder, then the options of {@code bench/run --help}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    StatsOptions options;
    List<String> given = List.of(arguments).subList(1, arguments.length);
    try {
      options = StatsOptions.of(given);
    } catch (IllegalArgumentException e) {
      System.err.println("bench: stats: " + e.getMessage());
      System.exit(2);
      return;
    }
    Place place = new Place(Path.of(arguments[0]).toAbsolutePath().normalize());
    Results results = new Results(ResultsFile.STATS, head(options, given));
    Path work = Files.createDirectories(place.work().resolve("stats"));
    try {
      new StatsBench(place, options, results, work).run();
    } catch (IOException | RuntimeException e) {
      e.printStackTrace();
      results.failure("the stats service", e);
    } finally {
      remove(work);
    }
    System.out.println(results.markdown());
    ResultsFile file = options.rough() ? ResultsFile.rough(place) : ResultsFile.lasting(place);
    file.replace(ResultsFile.STATS, results.markdown());
    System.err.println("bench: written to " + file.path());
    System.exit(results.complete() ? 0 : 1);
  }

  private static String head(StatsOptions options, List<String> given) throws IOException {
    return String.format(
        Locale.ROOT,
        """
        Measured on %s by `./blazon bench stats%s`: %s; load average before the start %s.
        A made-up PyPI of %,d projects, %d days, fixed seed; each day a `.csv.gz` sorted by project and version, with both
        measures. Imports and `sqlite3` run on the same core, one after the other; `sqlite3` imports the rows of the same day,
        unpacked by `gunzip`, into one plain table with the key (date, project, version).%s
        """,
        LocalDate.now(ZoneOffset.UTC),
        given.isEmpty() ? "" : " " + String.join(" ", given),
        Machine.describe(),
        Machine.load(),
        options.projects(),
        options.days(),
        options.rough() ? "\n\n**Smaller than PyPI: no numbers that count.**" : "");
  }

  private void run() throws IOException, InterruptedException {
    List<Path> files = write();
    List<Path> all = files.subList(0, options.days());
    String sqlite = "sqlite:" + work.resolve("store");
    List<Import> imports = imports(sqlite, all);
    List<Double> plain = plainImports(all);
    report(imports, plain);
    Reads quiet = reads(sqlite);
    Reads busy = readsWhileImporting(sqlite, files.get(options.days()));
    report("SQLite", quiet, busy);
    if (options.postgresql().isPresent()) {
      String url = options.postgresql().get();
      List<Import> there = imports(url, all);
      Reads readThere = reads(url);
      double ratio = median(seconds(there)) / median(seconds(imports));
      goal("PostgreSQL: import beside SQLite's", ratio, 2, "×");
      goal("PostgreSQL: read of a number beside SQLite's", readThere.p50 / quiet.p50, 5, "×");
      report("PostgreSQL", readThere, readThere);
    }
  }

  private List<Path> write() throws IOException {
    System.err.println("bench: stats: making " + (options.days() + 1) + " days");
    SyntheticPypi pypi = new SyntheticPypi(options.projects());
    List<Path> files = new ArrayList<>();
    for (int i = 0; i <= options.days(); i++) {
      LocalDate day = FIRST.plusDays(i);
      Path file = work.resolve(day + ".csv.gz");
      int rows = pypi.writeDay(day, file);
      System.err.printf(Locale.ROOT, "bench: stats: %s %,d rows%n", day, rows);
      files.add(file);
    }
    return files;
  }

  private List<Import> imports(String store, List<Path> files)
      throws IOException, InterruptedException {
    System.err.println("bench: stats: importing");
    String output = Child.output(place, importing(store, files), PATIENCE);
    return output.lines().map(StatsBench::parse).toList();
  }

  private List<String> importing(String store, List<Path> files) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-Xmx256m",
                "-XX:+UseSerialGC",
                ImportProgram.class.getName(),
                store,
                work.toString()));
    files.forEach(file -> arguments.add(file.toString()));
    return pinned(place.java(arguments.toArray(String[]::new)));
  }

  private static List<String> pinned(List<String> command) {
    List<String> pinned = new ArrayList<>(List.of("taskset", "-c", "1"));
    pinned.addAll(command);
    return pinned;
  }

  private static Import parse(String line) {
    long[] numbers = Arrays.stream(line.split(" ", -1)).mapToLong(Long::parseLong).toArray();
    return new Import(numbers[0], numbers[1] / NANOS_PER_SECOND, numbers[2], numbers[3]);
  }

  private List<Double> plainImports(List<Path> files) throws IOException, InterruptedException {
    System.err.println("bench: stats: importing with sqlite3");
    Path database = work.resolve("plain.db");
    sqlite(
        database,
        "CREATE TABLE plain (date TEXT, project TEXT, version TEXT, downloads INTEGER,"
            + " without_mirrors INTEGER, PRIMARY KEY (date, project, version)) WITHOUT ROWID;");
    List<Double> seconds = new ArrayList<>();
    for (Path file : files) {
      long start = System.nanoTime();
      sqlite(database, ".mode csv", ".import --skip 1 \"|gunzip -c '" + file + "'\" plain");
      seconds.add((System.nanoTime() - start) / NANOS_PER_SECOND);
    }
    return seconds;
  }

  private void sqlite(Path database, String... commands) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sqlite3", "-batch", database.toString()));
    command.addAll(List.of(commands));
    Child.output(place, pinned(command), PATIENCE);
  }

  private Reads reads(String store) throws IOException, InterruptedException {
    System.err.println("bench: stats: reading");
    List<double[]> lines =
        Child.output(
                place,
                pinned(
                    place.java(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        ReadProgram.class.getName(),
                        store,
                        Integer.toString(options.projects()),
                        Integer.toString(READS))),
                PATIENCE)
            .lines()
            .map(
                line ->
                    Arrays.stream(line.split(" ", -1))
                        .mapToDouble(nanos -> Long.parseLong(nanos) / NANOS_PER_MICRO)
                        .toArray())
            .toList();
    return new Reads(lines.get(0)[0], lines.get(0)[1], lines.get(1)[0], lines.get(1)[1]);
  }

  /** The import runs on the other core; both share the disk and the file. */
  private Reads readsWhileImporting(String store, Path file)
      throws IOException, InterruptedException {
    List<String> command = importing(store, Collections.nCopies(5, file));
    command.set(command.indexOf("-c") + 1, "0");
    Process importer =
        new ProcessBuilder(command)
            .directory(place.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return reads(store);
    } finally {
      importer.waitFor();
    }
  }

  private void report(List<Import> imports, List<Double> plain) throws IOException {
    Import last = imports.get(imports.size() - 1);
    long rows = imports.stream().mapToLong(Import::rows).sum();
    double perRow = (double) last.bytes / rows;
    long plainBytes = Files.size(work.resolve("plain.db"));
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("", "import of a day, median", "first", "last", "on disk", "a row"));
    table.add(row("the store, `.csv.gz`", seconds(imports), last.bytes, perRow));
    table.add(row("`sqlite3 .import`", plain, plainBytes, (double) plainBytes / rows));
    results.table(table);
    results.text(
        "The bytes of a row over 180 days are calculated from the growth in the second half of the days.");
    goal("import beside `sqlite3 .import`", median(seconds(imports)) / median(plain), 1.5, "×");
    goal("import: resident memory at most", last.peak / MEBIBYTE, 350, "MiB");
    goal(
        "disk for a row (project, version, day), both measures, over 180 days",
        perRowOfKeptDays(imports),
        3,
        "bytes");
    goal("disk beside the plain table", (double) last.bytes / plainBytes, 0.25, "×");
  }

  /**
   * Bytes a row, if days go on as in the second half of those that were measured: names, versions
   * and summaries of projects are there from the first days on.
   */
  private static double perRowOfKeptDays(List<Import> imports) {
    Import middle = imports.get(imports.size() / 2);
    Import last = imports.get(imports.size() - 1);
    long rows = imports.stream().mapToLong(Import::rows).sum();
    long rowsSince =
        imports.subList(imports.size() / 2 + 1, imports.size()).stream()
            .mapToLong(Import::rows)
            .sum();
    double each = (double) (last.bytes - middle.bytes) / Math.max(1, rowsSince);
    double rowsOfKeptDays = (double) rows / imports.size() * KEPT_DAYS;
    return (last.bytes + each * (rowsOfKeptDays - rows)) / rowsOfKeptDays;
  }

  private static List<String> row(String name, List<Double> seconds, long bytes, double perRow) {
    return List.of(
        name,
        text("%.2f s", median(seconds)),
        text("%.2f s", seconds.get(0)),
        text("%.2f s", seconds.get(seconds.size() - 1)),
        text("%.0f MiB", bytes / MEBIBYTE),
        text("%.2f bytes", perRow));
  }

  private void report(String engine, Reads quiet, Reads busy) {
    List<List<String>> table = new ArrayList<>();
    table.add(List.of(engine, "p50", "p99", "p99 while importing"));
    table.add(
        List.of(
            "number of a badge",
            text("%.1f µs", quiet.p50),
            text("%.1f µs", quiet.p99),
            text("%.1f µs", busy.p99)));
    table.add(
        List.of(
            "series of the largest project, by version",
            text("%.0f µs", quiet.seriesP50),
            text("%.0f µs", quiet.seriesP99),
            text("%.0f µs", busy.seriesP99)));
    results.table(table);
    if (engine.equals("SQLite")) {
      goal("number of a badge, p50", quiet.p50, 20, "µs");
      goal("number of a badge, p99 while a day is imported", busy.p99, 200, "µs");
    }
  }

  private void goal(String what, double measured, double target, String unit) {
    results.goal(new Goal(what, measured, target, Direction.AT_MOST, unit));
  }

  private static List<Double> seconds(List<Import> imports) {
    return imports.stream().map(Import::seconds).toList();
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
