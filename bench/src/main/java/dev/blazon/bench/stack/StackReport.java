package dev.blazon.bench.stack;

import static dev.blazon.bench.Goal.Direction.AT_LEAST;
import static dev.blazon.bench.Goal.Direction.AT_MOST;

import dev.blazon.bench.Goal;
import dev.blazon.bench.Numbers;
import dev.blazon.bench.Results;
import dev.blazon.bench.load.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the results of the benchmark of the stack. */
final class StackReport {

  /** As many more descriptors are not a leak: a class was loaded late, or a log opened. */
  private static final int NO_LEAK = 16;

  /** As much growth is not a leak: caches and heaps fill up to their bounds for a while. */
  private static final int MEMORY_GROWTH_MEBIBYTES = 32;

  private static final int SMALL_MACHINE_MEBIBYTES = 1024;

  private final Results results;

  StackReport(Results results) {
    this.results = results;
  }

  void headline(Phase phase) {
    Tally tally = phase.tally();
    double percent = 100 * phase.cores();
    results.section(
        "Headline: " + Numbers.plain(phase.rate()) + " requests a second",
        String.format(
            "The stack took %.1f %% of one core (the load %.1f %%, the stand-in for PyPI %.1f %%)"
                + " and %.0f MiB, what its processes share counted once.",
            percent,
            100 * phase.cores(Phase.LOAD),
            100 * phase.cores(Phase.UPSTREAM),
            phase.mostMemory()));
    results.table(List.of(LATENCIES, latencies(phase)));
    notes(phase);
    results.goal(new Goal("90 req/s: p95", tally.millis(95), 7, AT_MOST, "ms"));
    results.goal(new Goal("90 req/s: failures", tally.failed(), 0, AT_MOST, "requests"));
    results.goal(new Goal("90 req/s: processor", percent, 30, AT_MOST, "% of one core"));
    results.goal(
        new Goal(
            "90 req/s: memory of all parts",
            phase.mostMemory(),
            SMALL_MACHINE_MEBIBYTES,
            AT_MOST,
            "MiB"));
  }

  void soak(Phase phase, int restarts) {
    Tally tally = phase.tally();
    results.section(
        String.format(
            "Soak: %s requests a second for %s",
            Numbers.plain(phase.rate()), time(tally.seconds().size())),
        String.format(
            "The stack took %.0f %% of one core, and at most %.0f MiB, what its processes share"
                + " counted once.",
            100 * phase.cores(), phase.mostMemory()));
    results.table(List.of(LATENCIES, latencies(phase)));
    notes(phase);
    results.text("Found, tier by tier:");
    results.table(tiers(phase));
    results.text(
        "A tenth of all requests is for something new, so what is asked for again and again outgrows"
            + " the storage in time: more is pushed out, more misses come, over more connections to"
            + " the nodes. Processes at the start, in the middle, and at the end; growth is that of"
            + " the second half, by the line that fits best:");
    results.table(processes(phase));
    results.goal(
        new Goal("1,800 req/s: p99", tally.millis(99), StackBench.TOO_SLOW_MILLIS, AT_MOST, "ms"));
    results.goal(new Goal("1,800 req/s: failures", tally.failed(), 0, AT_MOST, "requests"));
    results.goal(new Goal("processes that died", restarts, 0, AT_MOST, "processes"));
    results.goal(
        new Goal(
            "soak: growth of memory",
            phase.memory().growth(),
            MEMORY_GROWTH_MEBIBYTES,
            AT_MOST,
            "MiB"));
    results.goal(
        new Goal(
            "soak: memory of all parts",
            phase.mostMemory(),
            SMALL_MACHINE_MEBIBYTES,
            AT_MOST,
            "MiB"));
  }

  /**
   * Reports what a load left open. A pool of connections is as large as the busiest moment of the
   * last minute required, and a cache that has begun to evict has more and more such moments. But
   * everything that a load opened must be closed after it.
   *
   * @param before a sample before the load, when there were almost no requests
   * @param after a sample after the load and the rest
   */
  void rest(Duration rest, Watch.Sample before, Watch.Sample after) {
    results.text(
        String.format(
            "Before the soak, and %d s after its end, when unused connections have been let go of:",
            rest.toSeconds()));
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("process", "resident MiB", "descriptors", "sockets"));
    int mostFiles = 0;
    int mostSockets = 0;
    for (String part : Phase.parts(after)) {
      Usage was = before.of(part);
      Usage is = after.of(part);
      table.add(
          List.of(
              part,
              (was.resident() >> 20) + ", " + (is.resident() >> 20),
              was.files() + ", " + is.files(),
              was.sockets() + ", " + is.sockets()));
      mostFiles = Math.max(mostFiles, is.files() - was.files());
      mostSockets = Math.max(mostSockets, is.sockets() - was.sockets());
    }
    results.table(table);
    results.goal(
        new Goal(
            "file descriptors left by the soak", mostFiles, NO_LEAK, AT_MOST, "in one process"));
    results.goal(
        new Goal("sockets left by the soak", mostSockets, NO_LEAK, AT_MOST, "in one process"));
  }

  void ceiling(List<Phase> steps) {
    List<List<String>> table = new ArrayList<>();
    List<String> head = new ArrayList<>(LATENCIES);
    head.addAll(List.of("the stack's cores", "the load's", "left late (p99)"));
    table.add(head);
    double most = StackBench.SOAK;
    for (Phase step : steps) {
      Tally tally = step.tally();
      List<String> row = new ArrayList<>(latencies(step));
      row.add(Numbers.plain(step.cores()));
      row.add(Numbers.plain(step.cores(Phase.LOAD) + step.cores(Phase.UPSTREAM)));
      row.add(milliseconds(tally.lateMillis()));
      table.add(row);
      if (tally.failed() == 0 && tally.millis(99) <= StackBench.TOO_SLOW_MILLIS) {
        most = step.rate();
      }
    }
    results.section(
        "Ceiling",
        "The rate is raised until a request fails or the p99 is more than 50 ms. \"Left late\" is how"
            + " much later than meant 99 of 100 requests left: where that is much, the load itself"
            + " had too little of the machine.");
    results.table(table);
    results.goal(new Goal("ceiling", most, StackBench.SOAK, AT_LEAST, "req/s"));
  }

  private static final List<String> LATENCIES =
      List.of(
          "req/s",
          "requests",
          "p50",
          "p95",
          "p99",
          "most",
          "repeated p50 / p99",
          "new p50 / p99",
          "failed");

  private static List<String> latencies(Phase phase) {
    Tally tally = phase.tally();
    return List.of(
        Numbers.plain(phase.rate()),
        String.format(Locale.ROOT, "%,d", tally.sent()),
        milliseconds(tally.millis(50)),
        milliseconds(tally.millis(95)),
        milliseconds(tally.millis(99)),
        milliseconds(tally.millis(100)),
        pair(tally, Traffic.REPEATED),
        pair(tally, Traffic.NEW),
        Long.toString(tally.failed()));
  }

  private static String pair(Tally tally, String group) {
    return milliseconds(tally.millis(group, 50)) + " / " + milliseconds(tally.millis(group, 99));
  }

  /** Writes what the tables do not contain: badges without a number, and failures. */
  private void notes(Phase phase) {
    Tally tally = phase.tally();
    results.text(
        String.format(
            "%s of the badges said \"no data yet\": the history of their project was being fetched, and"
                + " such answers are not kept by the edge.",
            percent((double) phase.notCounted(), (double) tally.sent())));
    if (tally.failed() > 0) {
      results.text(
          "Failed: "
              + tally.failures()
              + ", the first of them: `"
              + String.join("`, `", tally.examples())
              + "`");
    }
  }

  private static List<List<String>> tiers(Phase phase) {
    Tally tally = phase.tally();
    Counters counted = phase.counted();
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("tier", "looked for", "found", "ratio"));
    long hits = cached(tally, "HIT") + cached(tally, "STALE");
    table.add(row("Varnish: answers", (double) tally.sent(), (double) hits));
    table.add(
        tier(
            "API: rendered answers",
            counted.sum("blazon_rendered_total", "result=\"hit\""),
            counted.sum("blazon_rendered_total", "result=\"miss\"")));
    table.add(facts("API: facts in memory", counted, "memory"));
    table.add(facts("Redis: facts", counted, "redis"));
    table.add(
        tier(
            "imaging: finished pictures, in memory or on disk",
            counted.sum("blazon_pictures_total", "source=\"memory\"")
                + counted.sum("blazon_pictures_total", "source=\"disk\""),
            counted.sum("blazon_pictures_total", "source=\"painted\"")));
    table.add(List.of("upstream requests", Numbers.plain(counted.sum("upstream")), "", ""));
    table.add(
        List.of(
            "pushed out of Varnish's 64 MB",
            Numbers.plain(counted.sum("MAIN.n_lru_nuked")),
            "",
            ""));
    return table;
  }

  private static long cached(Tally tally, String how) {
    return tally.caches().getOrDefault(how, 0L);
  }

  private static List<String> facts(String name, Counters counted, String tier) {
    String of = "tier=\"" + tier + "\"";
    double hits = counted.sum("blazon_lookup_total", of, "result=\"hit\"");
    double stale = counted.sum("blazon_lookup_total", of, "result=\"stale\"");
    return tier(name, hits + stale, counted.sum("blazon_lookup_total", of, "result=\"miss\""));
  }

  private static List<String> tier(String name, double hits, double misses) {
    return row(name, hits + misses, hits);
  }

  private static List<String> row(String name, double all, double found) {
    return List.of(name, Numbers.plain(all), Numbers.plain(found), percent(found, all));
  }

  private static List<List<String>> processes(Phase phase) {
    List<List<String>> table = new ArrayList<>();
    table.add(
        List.of(
            "process",
            "cores",
            "resident MiB",
            "growth",
            "descriptors",
            "growth",
            "sockets",
            "growth"));
    for (String name : phase.names()) {
      List<String> row = new ArrayList<>();
      row.add(name);
      row.add(Numbers.plain(Math.round(phase.cores(name) * 1000) / 1e3));
      for (Trend trend : List.of(phase.resident(name), phase.files(name), phase.sockets(name))) {
        row.add(
            String.format(
                Locale.ROOT, "%.0f, %.0f, %.0f", trend.start(), trend.middle(), trend.end()));
        row.add(String.format(Locale.ROOT, "%+.1f", trend.growth()));
      }
      table.add(row);
    }
    return table;
  }

  private static String time(int seconds) {
    return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
  }

  private static String percent(double part, double all) {
    return all == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * part / all);
  }

  private static String milliseconds(double value) {
    return Numbers.plain(value) + " ms";
  }
}
