package dev.blazon.bench.stats;

import dev.blazon.bench.Machine;
import dev.blazon.bench.Place;
import dev.blazon.bench.Results;
import dev.blazon.bench.ResultsFile;
import dev.blazon.bench.stats.StoreProcess.Import;
import dev.blazon.bench.stats.StoreProcess.Reads;
import dev.blazon.bench.stats.SyntheticPypi.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Measures the store of the stats service under the counts of a made-up PyPI: imports beside {@code
 * sqlite3 .import} of the same rows into a plain table with a key, on one core; bytes on disk;
 * reads. Then replaces a day, kills an import midway, and compares all numbers with SQL over the
 * plain rows. Writes its section of {@code bench/RESULTS.md}.
 */
public final class StatsBench {

  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final int READS = 300_000;

  /** PostgreSQL takes a round trip for each number. */
  private static final int READS_OF_A_SERVER = 30_000;

  private static final int READS_IN_TURN = 3;

  /** As many as requests has, and a few more. */
  private static final int VERSIONS_OF_A_LARGE_PROJECT = 200;

  private static final int EVERY_PROJECT = 1;
  private static final int SOME_PROJECTS = 20;

  private final Place place;
  private final StatsOptions options;
  private final StatsReport report;
  private final Path work;
  private final SyntheticPypi pypi;

  private StatsBench(Place place, StatsOptions options, Results results, Path work) {
    this.place = place;
    this.options = options;
    this.report = new StatsReport(results, options.projects());
    this.work = work;
    this.pypi = new SyntheticPypi(options.projects());
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
    Path work = place.work().resolve("stats");
    remove(work);
    Files.createDirectories(work);
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
        unpacked by `gunzip`, into one plain table with the key (date, project, version). PostgreSQL has Debian's settings, and
        shares the core with the importer.%s
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
    List<Path> days = new ArrayList<>();
    for (int i = 0; i < options.days(); i++) {
      days.add(write(FIRST.plusDays(i), 0, Form.SORTED));
    }
    LocalDate replaced = FIRST.plusDays(options.days() / 2);
    Path replacement = write(replaced, 1, Form.SORTED);
    Path killed = write(FIRST.plusDays(options.days() - 1), 2, Form.SORTED);

    StoreProcess sqlite = new StoreProcess(place, "sqlite:" + work.resolve("store"), work);
    say("importing into SQLite");
    List<Import> imports = sqlite.add(days);
    say("importing with sqlite3");
    PlainTable plain = PlainTable.make(place, work.resolve("plain.db"));
    List<Double> plainSeconds = new ArrayList<>();
    for (Path day : days) {
      plainSeconds.add(plain.add(day));
    }
    report.imports(imports, plainSeconds, plain.bytes());
    closed(imports);
    unsorted(imports);
    say("reading");
    Reads quiet = sqlite.read(options.projects(), READS);
    Reads busy = sqlite.readWhileImporting(options.projects(), READS, days.get(days.size() - 1));
    report.reads(quiet, busy);
    http(days.get(0));
    plain.replace(replaced, replacement);
    check("SQLite", sqlite, imports, plain, replacement, killed, EVERY_PROJECT);
    postgresql(days, plain, replacement, killed);
    breakdowns();
  }

  private Path write(LocalDate day, int version, Form form) throws IOException {
    Path file = work.resolve(day + "-" + version + "-" + form + ".csv.gz");
    int rows = pypi.writeDay(day, version, form, file);
    say(String.format(Locale.ROOT, "%s: %,d rows", file.getFileName(), rows));
    return file;
  }

  private static void say(String what) {
    System.err.println("bench: stats: " + what);
  }

  /** The size of the same counts when their months are over. */
  private void closed(List<Import> imports) throws IOException, InterruptedException {
    Path folder = work.resolve("closed");
    Files.createDirectory(folder);
    Files.copy(work.resolve("store/downloads.db"), folder.resolve("downloads.db"));
    StoreSize open = StoreSize.of(place, folder);
    say("closing the month");
    double seconds = new StoreProcess(place, "sqlite:" + folder, work).closeMonths();
    report.closed(imports, open, StoreSize.of(place, folder), seconds);
    remove(folder);
  }

  private void http(Path day) throws IOException, InterruptedException {
    say("asking over HTTP");
    Path names = work.resolve("names");
    CountsOverHttp.writeNames(day, names);
    CountsOverHttp http = new CountsOverHttp(place, names, options.round());
    report.newBadges(http.newBadges("sqlite:" + work.resolve("store")));
    int project = pypi.largest(VERSIONS_OF_A_LARGE_PROJECT);
    LocalDate first = FIRST.minusDays(StatsReport.KEPT_DAYS - 1);
    Path file = work.resolve("large.csv.gz");
    pypi.writeDays(first, StatsReport.KEPT_DAYS, project, file);
    String store = "sqlite:" + work.resolve("large");
    new StoreProcess(place, store, work).add(List.of(file));
    report.series(
        http.series(store, pypi.name(project), first.toString(), FIRST.toString()),
        pypi.versions(project));
  }

  /** A day more than there is room for in memory, in no order. */
  private void unsorted(List<Import> sorted) throws IOException, InterruptedException {
    Path file = write(FIRST, 0, Form.UNSORTED);
    say("importing rows in no order");
    StoreProcess store = new StoreProcess(place, "sqlite:" + work.resolve("unsorted"), work);
    Import once = store.add(List.of(file)).get(0);
    report.unsorted(once, sorted.get(0));
    remove(work.resolve("unsorted"));
    Files.delete(file);
  }

  /** A day is replaced, another one half replaced by an import that is killed. */
  private void check(
      String engine,
      StoreProcess store,
      List<Import> imports,
      PlainTable plain,
      Path replacement,
      Path killed,
      int everyProject)
      throws IOException, InterruptedException {
    say("replacing a day, and killing an import");
    store.add(List.of(replacement));
    double half = StatsReport.median(imports.stream().map(Import::seconds).toList()) / 2;
    if (!store.kill(killed, half)) {
      throw new IOException("an import ended in half of its time: it could not be killed midway");
    }
    report.check(engine, store.compare(plain.database(), everyProject));
  }

  private void postgresql(List<Path> days, PlainTable plain, Path replacement, Path killed)
      throws IOException, InterruptedException {
    Optional<PostgresProcess> own =
        options.postgresql().isPresent() ? Optional.empty() : PostgresProcess.start(place);
    try {
      Optional<String> url = options.postgresql().or(() -> own.map(PostgresProcess::url));
      if (url.isEmpty()) {
        say("PostgreSQL is not installed: not measured");
        return;
      }
      StoreProcess server = new StoreProcess(place, url.get(), work);
      say("importing into PostgreSQL and SQLite in turn");
      StoreProcess beside = new StoreProcess(place, "sqlite:" + work.resolve("beside"), work);
      List<Import> there = new ArrayList<>();
      List<Import> here = new ArrayList<>();
      try (StoreProcess.Importing ofServer = server.importing();
          StoreProcess.Importing ofSqlite = beside.importing()) {
        for (Path day : days) {
          there.add(ofServer.add(day));
          if (here.size() < options.daysInTurn()) {
            here.add(ofSqlite.add(day));
          }
        }
      }
      List<Reads> readsThere = new ArrayList<>();
      List<Reads> readsHere = new ArrayList<>();
      for (int i = 0; i < READS_IN_TURN; i++) {
        readsThere.add(server.read(options.projects(), READS_OF_A_SERVER));
        readsHere.add(beside.read(options.projects(), READS_OF_A_SERVER));
      }
      Reads busy =
          server.readWhileImporting(
              options.projects(), READS_OF_A_SERVER, days.get(days.size() - 1));
      report.postgresql(there, here, readsThere, readsHere, busy);
      check("PostgreSQL", server, there, plain, replacement, killed, SOME_PROJECTS);
    } finally {
      own.ifPresent(PostgresProcess::close);
    }
  }

  /**
   * Time and memory of days of all projects; sizes of more days of few, which differ in nothing.
   */
  private void breakdowns() throws IOException, InterruptedException {
    List<Path> days = new ArrayList<>();
    for (int i = 0; i < options.breakdownDays(); i++) {
      days.add(write(FIRST.plusDays(i), 0, Form.WITH_BREAKDOWNS));
    }
    say("importing all breakdowns");
    Path folder = work.resolve("breakdowns");
    report.breakdowns(new StoreProcess(place, "sqlite:" + folder, work).add(days));
    remove(folder);
    SyntheticPypi few = new SyntheticPypi(options.fewProjects());
    for (int i = 0; i < options.days(); i++) {
      Path file = work.resolve("few-" + i + ".csv.gz");
      few.writeDay(FIRST.plusDays(i), 0, Form.WITH_BREAKDOWNS, file);
      days.add(file);
    }
    say("importing all breakdowns of few projects");
    StoreProcess store = new StoreProcess(place, "sqlite:" + folder, work);
    List<Import> imports = store.add(days.subList(options.breakdownDays(), days.size()));
    StoreSize open = StoreSize.of(place, folder);
    say("closing the month");
    double seconds = store.closeMonths();
    report.breakdownSizes(imports, open, StoreSize.of(place, folder), seconds, few.projects());
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
