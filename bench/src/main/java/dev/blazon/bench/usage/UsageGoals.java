package dev.blazon.bench.usage;

import dev.blazon.bench.Goal;
import dev.blazon.bench.Goal.Direction;
import dev.blazon.bench.Results;
import dev.blazon.bench.load.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables and goals of usage reports. */
final class UsageGoals {

  /** The group of questions in a load. */
  static final String QUESTIONS = "questions";

  /** The group of reports in a load. */
  static final String REPORTS = "reports";

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double MEBIBYTE = 1 << 20;
  private static final double MILLIS = 1e3;

  private static final double MEDIAN_MILLIS = 3;
  private static final double P95_MILLIS = 15;
  private static final double TIMES_SQLITE = 50;
  private static final double IN_BATCHES = 5_000;
  private static final double SINGLE = 1_000;

  private final Results results;

  UsageGoals(Results results) {
    this.results = results;
  }

  void stored(int reports, long nanos, long bytes) {
    results.text(
        String.format(
            Locale.ROOT,
            "%,d reports were stored in %.0f s, 100 at once, in process; %.0f MiB on disk, %.0f bytes a report.",
            reports,
            nanos / NANOS_PER_SECOND,
            bytes / MEBIBYTE,
            (double) bytes / reports));
  }

  /**
   * @param plain seconds that {@code sqlite3} takes for each question
   */
  void questions(Tally tally, Map<String, Double> plain) {
    goal("counts, p50", tally.millis(QUESTIONS, 50), MEDIAN_MILLIS, Direction.AT_MOST, "ms");
    goal("counts, p95", tally.millis(QUESTIONS, 95), P95_MILLIS, Direction.AT_MOST, "ms");
    goal(
        "counts and reports that failed",
        (double) tally.failed(),
        0,
        Direction.AT_MOST,
        "requests");
    double sqlite = plain.values().stream().mapToDouble(Double::doubleValue).average().orElse(0);
    goal(
        "counts beside `sqlite3`, mean of the questions beside p50",
        sqlite * MILLIS / tally.millis(QUESTIONS, 50),
        TIMES_SQLITE,
        Direction.AT_LEAST,
        "×");
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("", "p50", "p95", "p99", "most"));
    for (String group : List.of(QUESTIONS, REPORTS)) {
      table.add(
          List.of(
              group + ", " + tally.right(group),
              millis(tally.millis(group, 50)),
              millis(tally.millis(group, 95)),
              millis(tally.millis(group, 99)),
              millis(tally.millis(group, 100))));
    }
    results.table(table);
    results.text(
        String.format(
            Locale.ROOT,
            "The load itself was late by %.2f ms at p99, which is part of these times.%s",
            tally.lateMillis(),
            tally.failed() == 0 ? "" : " Failures: " + tally.failures() + "."));
    List<List<String>> others = new ArrayList<>();
    others.add(List.of("count by", "`sqlite3` over the plain table"));
    plain.forEach((by, seconds) -> others.add(List.of("`" + by + "`", millis(seconds * MILLIS))));
    results.table(others);
  }

  void batches(Ingest.Outcome outcome) {
    ingest("reports acknowledged on disk, 100 at once", outcome, IN_BATCHES);
  }

  void singles(Ingest.Outcome outcome) {
    ingest("reports acknowledged on disk, one at once", outcome, SINGLE);
  }

  private void ingest(String what, Ingest.Outcome outcome, double target) {
    goal(what, outcome.perSecond(), target, Direction.AT_LEAST, "reports/s");
    if (!outcome.failures().isEmpty()) {
      results.text(what + ": failures " + outcome.failures() + ".");
    }
  }

  void memory(long peak) {
    results.text(
        String.format(Locale.ROOT, "The process had %.0f MiB at its peak.", peak / MEBIBYTE));
  }

  private void goal(String what, double measured, double target, Direction to, String unit) {
    results.goal(new Goal(what, measured, target, to, unit));
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, "%.2f ms", value);
  }
}
