package dev.blazon.bench.usage;

import dev.blazon.bench.Child;
import dev.blazon.bench.Machine;
import dev.blazon.bench.Place;
import dev.blazon.bench.Results;
import dev.blazon.bench.ResultsFile;
import dev.blazon.bench.load.LoadRequest;
import dev.blazon.bench.load.OpenLoad;
import dev.blazon.bench.load.Plan;
import dev.blazon.bench.load.Tally;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Measures usage reports through HTTP: counts of a million stored ones by fields that have hourly
 * sums, beside new reports, and beside {@code sqlite3} over the same reports in a plain table; and
 * how many reports a second are acknowledged. Writes its section of {@code bench/RESULTS.md}.
 */
public final class UsageBench {

  /** What is asked for, and the columns of the plain table that have the same. */
  private static final Map<String, String> QUESTIONS = new LinkedHashMap<>();

  static {
    QUESTIONS.put("python$minor", "minor");
    QUESTIONS.put("uname$system", "system");
    QUESTIONS.put("package", "package");
    QUESTIONS.put("python$minor,uname$system", "minor, system");
    QUESTIONS.put("linux_dist$name", "distribution");
    QUESTIONS.put("package,version", "package, version");
  }

  private static final Duration FILLED_WITHIN = Duration.ofMinutes(30);
  private static final Duration WARM_UP = Duration.ofSeconds(3);
  private static final int BATCH = 100;
  private static final int BATCH_SENDERS = 16;
  private static final int SINGLE_SENDERS = 100;

  /** Seeds of reports that are not among the stored ones, nor among each other. */
  private static final long FIRST_SEED = FillProgram.SEED + 1;

  /**
   * The programs that are measured.
   *
   * @param server starts the API service
   * @param fill runs {@link FillProgram}, to which its arguments are added
   */
  record Programs(List<String> server, List<String> fill) {
    static Programs of(Place place) {
      return new Programs(
          pinned(List.of(place.root().resolve("blazon").toString(), "run")),
          pinned(place.java("-Xmx512m", FillProgram.class.getName())));
    }

    private static List<String> pinned(List<String> command) {
      List<String> pinned = new ArrayList<>(List.of("taskset", "-c", "0"));
      pinned.addAll(command);
      return pinned;
    }
  }

  private final Place place;
  private final UsageOptions options;
  private final Programs programs;
  private final UsageGoals goals;
  private final Path work;
  private long seed = FIRST_SEED;

  UsageBench(Place place, UsageOptions options, Programs programs, Results results, Path work) {
    this.place = place;
    this.options = options;
    this.programs = programs;
    this.goals = new UsageGoals(results);
    this.work = work;
  }

  /** Arguments: the project's folder, then the options of {@code bench/run --help}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    UsageOptions options;
    try {
      options = UsageOptions.of(List.of(arguments).subList(1, arguments.length));
    } catch (IllegalArgumentException e) {
      System.err.println("bench: " + e.getMessage());
      System.exit(2);
      return;
    }
    Place place = new Place(Path.of(arguments[0]).toAbsolutePath().normalize());
    Results results = new Results(ResultsFile.USAGE, head(options));
    Path work = place.work().resolve("usage");
    remove(work);
    Files.createDirectories(work);
    try {
      new UsageBench(place, options, Programs.of(place), results, work).run();
    } catch (IOException | RuntimeException e) {
      e.printStackTrace();
      results.failure("usage reports", e);
    } finally {
      remove(work);
    }
    System.out.println(results.markdown());
    ResultsFile file = options.rough() ? ResultsFile.rough(place) : ResultsFile.lasting(place);
    file.replace(ResultsFile.USAGE, results.markdown());
    System.err.println("bench: written to " + file.path());
    System.exit(results.complete() ? 0 : 1);
  }

  private static String head(UsageOptions options) throws IOException {
    return String.format(
        Locale.ROOT,
        """
        Measured on %s by `./blazon bench usage%s`: %s; load average before the start %s.
        %,d made-up reports of the last 29 days, fixed seed, in SQLite. All of Blazon is one process on one core, asked over HTTP
        from the other. `sqlite3` counts the same reports in one plain table, a column a field, on one core.%s
        """,
        LocalDate.now(ZoneOffset.UTC),
        options.rough() ? " --quick" : "",
        Machine.describe(),
        Machine.load(),
        options.reports(),
        options.rough() ? "\n\n**A quick look: too small for numbers that count.**" : "");
  }

  void run() throws IOException, InterruptedException {
    say("storing " + options.reports() + " reports");
    List<String> fill = new ArrayList<>(programs.fill());
    fill.add(UsageServer.database(work).toString());
    fill.add(Integer.toString(options.reports()));
    long start = System.nanoTime();
    Child.output(place, fill, FILLED_WITHIN);
    goals.stored(options.reports(), System.nanoTime() - start, size(UsageServer.database(work)));
    say("importing them with sqlite3");
    PlainReports plain = PlainReports.make(place, work, options.reports());
    Map<String, Double> plainSeconds = new LinkedHashMap<>();
    for (Map.Entry<String, String> question : QUESTIONS.entrySet()) {
      plainSeconds.put(question.getKey(), plain.count(question.getValue()));
    }
    Vertx vertx = Vertx.vertx();
    try (UsageServer server = UsageServer.start(place, programs.server(), work)) {
      check(server, plain);
      say("asking");
      ask(vertx, server, shorter(WARM_UP));
      goals.questions(ask(vertx, server, options.load()), plainSeconds);
      say("sending");
      ingest(vertx, server, BATCH_SENDERS, BATCH, shorter(WARM_UP));
      goals.batches(ingest(vertx, server, BATCH_SENDERS, BATCH, options.load()));
      goals.singles(ingest(vertx, server, SINGLE_SENDERS, 1, options.load()));
      goals.memory(server.peakBytes());
    } finally {
      vertx.close().await();
    }
  }

  private Duration shorter(Duration time) {
    return time.compareTo(options.load()) < 0 ? time : options.load();
  }

  /** A fast wrong number is worth nothing. */
  private static void check(UsageServer server, PlainReports plain)
      throws IOException, InterruptedException {
    for (String system : List.of("Linux", "Darwin", "Windows")) {
      long there = server.ask("uname$system").getJsonObject("counts").getLong(system, 0L);
      long here = plain.reports("system", system);
      if (there != here) {
        throw new IOException(there + " reports of " + system + ", but " + here + " were sent");
      }
    }
  }

  /** Questions and new reports, evenly mixed, at a fixed rate. */
  private Tally ask(Vertx vertx, UsageServer server, Duration time) {
    SyntheticReports synthetic = new SyntheticReports(seed++);
    List<String> questions = List.copyOf(QUESTIONS.keySet());
    int every = (options.queries() + options.beside()) / options.beside();
    Supplier<LoadRequest> traffic =
        new Supplier<>() {
          private int sent;

          @Override
          public LoadRequest get() {
            sent++;
            if (sent % every == 0) {
              Buffer report = Buffer.buffer(synthetic.next().json());
              return new LoadRequest(UsageGoals.REPORTS, UsageServer.REPORT, Optional.of(report));
            }
            String question = questions.get(sent % questions.size());
            return new LoadRequest(UsageGoals.QUESTIONS, UsageServer.count(question));
          }
        };
    Plan plan =
        Plan.of(server.address(), options.queries() + options.beside())
            .withGzip(false)
            .withJudge(
                (request, response) -> {
                  if (response.status() != 200) {
                    return Optional.of("status " + response.status());
                  }
                  boolean right =
                      request.body().isPresent()
                          ? UsageServer.isAccepted(response.body())
                          : response.body().toString().contains("\"counts\"");
                  return right ? Optional.empty() : Optional.of("another answer");
                });
    return OpenLoad.run(vertx, plan, traffic, time).await();
  }

  private Ingest.Outcome ingest(
      Vertx vertx, UsageServer server, int senders, int batch, Duration time) {
    return Ingest.run(vertx, server.address(), senders, batch, time, seed++);
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static void say(String what) {
    System.err.println("bench: usage: " + what);
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
