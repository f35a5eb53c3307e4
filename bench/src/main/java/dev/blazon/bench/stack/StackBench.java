package dev.blazon.bench.stack;

import dev.blazon.bench.Machine;
import dev.blazon.bench.Place;
import dev.blazon.bench.Results;
import dev.blazon.bench.ResultsFile;
import dev.blazon.bench.load.OpenLoad;
import dev.blazon.bench.load.Plan;
import dev.blazon.bench.load.Tally;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Measures the whole topology under realistic load: the load of a small service, twenty times that
 * for a longer time, and then an increasing load. Writes the section about the stack in {@code
 * bench/RESULTS.md}.
 */
public final class StackBench {

  /** The seed of the traffic; fixed, so that two runs send the same requests. */
  private static final long SEED = 20261123;

  /** Requests per second that a real service reported (the essay about a quiz site). */
  static final double HEADLINE = 90;

  static final double SOAK = 20 * HEADLINE;

  /** The search for the ceiling ends at this p99. */
  static final double TOO_SLOW_MILLIS = 50;

  private static final double STEP = 1.25;
  private static final double MOST = 20_000;

  private final Place place;
  private final StackPace pace;
  private final Vertx vertx;
  private final Stack stack;
  private final Traffic traffic;

  private StackBench(Place place, StackPace pace, Vertx vertx, Stack stack, Traffic traffic) {
    this.place = place;
    this.pace = pace;
    this.vertx = vertx;
    this.stack = stack;
    this.traffic = traffic;
  }

  /** Arguments: the project's folder, then the options of {@code bench/run --help}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> options = List.of(arguments).subList(1, arguments.length);
    StackPace pace;
    try {
      pace = StackPace.of(options);
    } catch (IllegalArgumentException e) {
      System.err.println("bench: stack: " + e.getMessage());
      System.exit(2);
      return;
    }
    Place place = new Place(Path.of(arguments[0]).toAbsolutePath().normalize());
    Results results = run(place, pace, options);
    System.out.println(results.markdown());
    ResultsFile file = pace.rough() ? ResultsFile.rough(place) : ResultsFile.lasting(place);
    file.replace(ResultsFile.STACK, results.markdown());
    System.err.println("bench: written to " + file.path());
    System.exit(results.complete() ? 0 : 1);
  }

  private static Results run(Place place, StackPace pace, List<String> options)
      throws IOException, InterruptedException {
    Results results = new Results(ResultsFile.STACK, head(options, pace));
    StackReport report = new StackReport(results);
    Vertx vertx =
        Vertx.builder()
            .with(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(1))
            .build();
    try (Stack stack = Stack.start(place)) {
      new StackBench(place, pace, vertx, stack, Traffic.real(SEED)).run(report);
    } catch (IOException | RuntimeException e) {
      e.printStackTrace();
      results.failure("the stack", e);
    } finally {
      vertx.close().await();
    }
    return results;
  }

  private void run(StackReport report) throws IOException, InterruptedException {
    load("warming up", pace.warmUpRate(), pace.warmUp());
    Phase headline = load("headline", HEADLINE, pace.headline());
    report.headline(headline);
    report.soak(load("soak", SOAK, pace.soak()), stack.lines().restarts());
    report.rest(pace.rest(), headline.last(), rest());
    report.ceiling(ceiling());
  }

  /** What the processes still use after a time without requests. */
  private Watch.Sample rest() throws IOException, InterruptedException {
    System.err.printf("bench: stack: rest for %d s%n", pace.rest().toSeconds());
    TimeUnit.SECONDS.sleep(pace.rest().toSeconds());
    return new Watch.Sample(pace.rest(), usages());
  }

  /** Raises the rate until a request fails or the p99 is too high, or up to {@link #MOST}. */
  private List<Phase> ceiling() throws IOException, InterruptedException {
    List<Phase> steps = new ArrayList<>();
    for (double rate = SOAK * STEP; rate < MOST; rate *= STEP) {
      Phase step = load("ceiling", Math.rint(rate / 50) * 50, pace.step());
      steps.add(step);
      Tally tally = step.tally();
      if (tally.failed() > 0 || tally.millis(99) > TOO_SLOW_MILLIS) {
        break;
      }
    }
    return steps;
  }

  private Phase load(String name, double rate, Duration time)
      throws IOException, InterruptedException {
    System.err.printf("bench: stack: %s, %.0f req/s for %d s%n", name, rate, time.toSeconds());
    HonestJudge judge = new HonestJudge();
    Counters before = Counters.of(place, stack);
    try (Watch watch = Watch.start(this::usages)) {
      Plan plan = Plan.of(stack.address(), rate).withJudge(judge);
      Tally tally = OpenLoad.run(vertx, plan, traffic, time).await();
      List<Watch.Sample> samples = watch.stop();
      System.err.println("bench: stack: " + tally);
      Counters counted = Counters.of(place, stack).since(before);
      return new Phase(rate, tally, judge.notCounted(), samples, counted);
    }
  }

  private Map<String, Usage> usages() throws IOException {
    Map<String, Usage> usages = new LinkedHashMap<>();
    for (Part part : stack.lines().parts()) {
      usages.put(part.name(), Usage.ofTree(part.pid()));
    }
    usages.put(Phase.UPSTREAM, Usage.ofTree(stack.upstream().pid()));
    // Without its children, which are the stack.
    usages.put(Phase.LOAD, Usage.of(ProcessHandle.current()));
    return usages;
  }

  private static String head(List<String> options, StackPace pace) throws IOException {
    return String.format(
        """
        Measured on %s by `./blazon bench stack%s`: %s; load average before the start %s.
        The topology of `./blazon stack`: Varnish with 64 MB for answers, two API nodes, two imaging nodes, a stats
        node, Redis. The load and the stand-in for PyPI (20 ms, 46 KB a project) run **on the same cores**: what they take, the stack
        does not have.

        Requests come at a fixed rate, over at most 64 connections, and ask for gzip; a latency counts from the moment at
        which the request should have been sent. Each answer is judged: status, type, a whole picture, and a fact in it.
        Ten URLs asked for before to one new; routes, styles and parameters as often as 2,503 real READMEs have them,
        projects by Zipf's law from the 15,000 most downloaded (seed %d). Before the first measurement %d s at %.0f req/s.%s
        """,
        LocalDate.now(ZoneOffset.UTC),
        options.isEmpty() ? "" : " " + String.join(" ", options),
        Machine.describe(),
        Machine.load(),
        SEED,
        pace.warmUp().toSeconds(),
        pace.warmUpRate(),
        pace.rough() ? "\n\n**A quick look: too short for numbers that count.**" : "");
  }
}
