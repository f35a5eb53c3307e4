package dev.blazon.bench;

import static dev.blazon.bench.Goal.Direction.AT_LEAST;
import static dev.blazon.bench.Goal.Direction.AT_MOST;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Measures the whole service over HTTP: the server on one core, load and upstream on the other. */
final class HttpBench {

  private static final String BADGE = "/version/seen-1/badge.svg";

  /** Enough to use the server's core fully; more would only lengthen the queue. */
  private static final int CONNECTIONS = 64;

  /** Enough for the rate of the mix, and few enough for the server to be idle at times. */
  private static final int MIX_CONNECTIONS = 32;

  /** The rate that the mix must reach, and at which its latencies are measured. */
  private static final int MIX_PER_SECOND = 10_000;

  /** For latencies: the server's core is not fully used. */
  private static final int FEW_CONNECTIONS = 8;

  /**
   * Each new project waits 20 ms, so as many connections are needed for 3,000 and more per second.
   */
  private static final int WAITING_CONNECTIONS = 128;

  private static final int CROWD = 10_000;

  private final Place place;
  private final Pace pace;
  private final Results results;

  HttpBench(Place place, Pace pace, Results results) {
    this.place = place;
    this.pace = pace;
    this.results = results;
  }

  void run() throws IOException, InterruptedException {
    start();
    try (Blazon blazon = Blazon.start(place)) {
      repeated(blazon);
      mix(blazon);
      newProjects(blazon);
      Memory memory = blazon.memory();
      results.section(
          "Memory",
          String.format(
              "All of Blazon in one process, after the load above: %.0f MiB resident, %.0f MiB at"
                  + " its peak. The flags are those of `./blazon run`.",
              memory.nowInMebibytes(), memory.peakInMebibytes()));
      results.goal(
          new Goal("resident memory after load", memory.nowInMebibytes(), 160, AT_MOST, "MiB"));
      crowd(blazon);
    }
  }

  private void start() throws IOException, InterruptedException {
    Blazon.timeToFirstBadge(place); // builds if needed, and loads the files into the page cache
    double[] seconds = new double[pace.rounds()];
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] = Blazon.timeToFirstBadge(place).toMillis() / 1e3;
    }
    Statistics time = Statistics.of(seconds);
    results.section(
        "Start",
        String.format(
            "From `./blazon run` to the first badge, on one core, %d starts, nothing in the caches:"
                + " %.2f s (%.2f–%.2f).",
            seconds.length, time.median(), time.least(), time.most()));
    results.goal(new Goal("start to first badge", time.median(), 0.7, AT_MOST, "s"));
  }

  private void repeated(Blazon blazon) throws IOException, InterruptedException {
    URI bare = URI.create("http://127.0.0.1:" + Place.freePort());
    List<String> command =
        place.java(
            BareServer.class.getName(),
            Integer.toString(bare.getPort()),
            blazon.at(BADGE).toString());
    List<Load> ours = new ArrayList<>();
    List<Load> bares = new ArrayList<>();
    try (Child server = Child.start("bare", place, Cores.SERVER.pinned(command), Map.of())) {
      server.await(bare.resolve(BADGE), Duration.ofSeconds(30));
      load(Load.Script.REPEATED, bare.resolve(BADGE), CONNECTIONS, pace.warmUp());
      load(Load.Script.REPEATED, blazon.at(BADGE), CONNECTIONS, pace.warmUp());
      for (int i = 0; i < pace.rounds(); i++) {
        bares.add(load(Load.Script.REPEATED, bare.resolve(BADGE), CONNECTIONS, pace.load()));
        ours.add(load(Load.Script.REPEATED, blazon.at(BADGE), CONNECTIONS, pace.load()));
      }
    }
    Load us = Load.median(ours);
    Load them = Load.median(bares);
    results.section(
        "HTTP: one badge, again and again",
        "Beside a bare Vert.x server that answers with the same headers and bytes; the two in turn, "
            + CONNECTIONS
            + " connections, median of "
            + pace.rounds()
            + ".");
    results.table(List.of(HEAD, row("Blazon", us), row("bare Vert.x", them)));
    results.goal(
        new Goal(
            "repeated badge, beside bare Vert.x",
            us.perSecond() / them.perSecond(),
            0.8,
            AT_LEAST,
            "×"));
  }

  private void mix(Blazon blazon) throws IOException, InterruptedException {
    load(Load.Script.MIX, blazon.at("/"), MIX_CONNECTIONS, pace.warmUp());
    List<Load> runs = new ArrayList<>();
    for (int i = 0; i < pace.rounds(); i++) {
      runs.add(load(Load.Script.MIX, blazon.at("/"), MIX_CONNECTIONS, pace.load()));
    }
    Load most = Load.median(runs);
    List<MixedLoad> timed = new ArrayList<>();
    for (int i = 0; i < pace.rounds(); i++) {
      timed.add(MixedLoad.make(place, blazon.at("/"), MIX_PER_SECOND, pace.warmUp(), pace.load()));
    }
    MixedLoad mix = MixedLoad.median(timed);
    results.section(
        "HTTP: ten repeated to one new",
        String.format(
            "100 known projects and a new one for every eleventh request; the upstream takes 20 ms;"
                + " median of %d. First as many as %d connections carry; then latencies at a rate of"
                + " %,d requests a second, from the moment at which each should have been sent. The"
                + " load itself was behind by %s (99 of 100), which they contain.",
            pace.rounds(), MIX_CONNECTIONS, MIX_PER_SECOND, milliseconds(mix.late())));
    results.table(
        List.of(
            List.of("", "req/s", "p99 of repeated", "p50 of new", "failed"),
            List.of(
                MIX_CONNECTIONS + " connections",
                Numbers.plain(most.perSecond()),
                "",
                "",
                Long.toString(most.failed() + most.broken())),
            List.of(
                "fixed rate",
                Numbers.plain(MIX_PER_SECOND),
                milliseconds(mix.p99OfRepeated()),
                milliseconds(mix.p50OfNew()),
                Long.toString(mix.failed()))));
    results.goal(new Goal("10:1 mix", most.perSecond(), MIX_PER_SECOND, AT_LEAST, "req/s"));
    results.goal(new Goal("10:1 mix, p99 of the repeated", mix.p99OfRepeated(), 10, AT_MOST, "ms"));
  }

  private void newProjects(Blazon blazon) throws IOException, InterruptedException {
    load(Load.Script.NEW, blazon.at("/"), WAITING_CONNECTIONS, pace.warmUp());
    List<Load> busy = new ArrayList<>();
    for (int i = 0; i < pace.rounds(); i++) {
      busy.add(load(Load.Script.NEW, blazon.at("/"), WAITING_CONNECTIONS, pace.load()));
    }
    URI document = blazon.upstream().at("/pypi/seen-1/json");
    load(Load.Script.REPEATED, document, FEW_CONNECTIONS, pace.warmUp());
    Load upstream = load(Load.Script.REPEATED, document, FEW_CONNECTIONS, pace.load());
    Load calm = load(Load.Script.NEW, blazon.at("/"), FEW_CONNECTIONS, pace.load());
    Load most = Load.median(busy);
    results.section(
        "HTTP: new projects",
        "Every request asks for a project that was never asked for; a document is "
            + UpstreamProcess.DOCUMENT_BYTES / 1024
            + " KB, the upstream takes 20 ms.");
    results.table(
        List.of(
            HEAD,
            row(WAITING_CONNECTIONS + " connections", most),
            row(FEW_CONNECTIONS + " connections", calm),
            row(FEW_CONNECTIONS + " connections, the upstream itself", upstream)));
    results.goal(new Goal("new projects", most.perSecond(), 3_000, AT_LEAST, "req/s"));
    results.goal(
        new Goal(
            "new project, p50 over the upstream's own",
            calm.p50() - upstream.p50(),
            2,
            AT_MOST,
            "ms"));
  }

  private void crowd(Blazon blazon) throws IOException, InterruptedException {
    blazon.upstream().delay(Duration.ofMillis(1500));
    long before = blazon.upstream().requestsWhenQuiet();
    String path = "/version/crowd-" + System.nanoTime() + "/badge.svg";
    List<String> command =
        place.java(Stampede.class.getName(), Integer.toString(CROWD), blazon.at(path).toString());
    String answered =
        Child.output(place, Cores.LOAD.pinned(command), Duration.ofSeconds(60)).strip();
    long fetched = blazon.upstream().requests() - before;
    blazon.upstream().delay(UpstreamProcess.DELAY);
    results.goal(new Goal("upstream requests for 10,000 at once", fetched, 1, AT_MOST, "requests"));
    results.goal(
        new Goal("of them answered", Double.parseDouble(answered), CROWD, AT_LEAST, "answers"));
    // Last, because a server that crashed under the crowd has no memory to measure.
    results.section(
        "HTTP: everybody at once",
        String.format(
            "%,d connections ask for one unseen project while the upstream takes 1.5 s: %s answered"
                + " with 200, %d upstream request(s). Resident memory then: %.0f MiB.",
            CROWD, answered, fetched, blazon.memory().nowInMebibytes()));
  }

  private static final List<String> HEAD = List.of("", "req/s", "p50", "p99", "failed", "broken");

  private static List<String> row(String name, Load load) {
    return List.of(
        name,
        Numbers.plain(load.perSecond()),
        milliseconds(load.p50()),
        milliseconds(load.p99()),
        Long.toString(load.failed()),
        Long.toString(load.broken()));
  }

  private static String milliseconds(double value) {
    return Numbers.plain(value) + " ms";
  }

  private Load load(Load.Script script, URI address, int connections, Duration time)
      throws IOException, InterruptedException {
    String word = Long.toString(System.nanoTime(), Character.MAX_RADIX);
    return Load.make(place, script, address, connections, time, word);
  }
}
