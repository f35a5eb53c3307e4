package dev.blazon.bench.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * What became of a load's requests: latencies (of right answers, from the time at which they were
 * meant to be asked), counts by second, failures by kind, and what the edge said of its cache.
 * Written by one load on its event loop; read it when that load's future is complete.
 */
public final class Tally {

  /** Three digits of a latency are right, whatever its size. */
  private static final int DIGITS = 3;

  private static final long LONGEST_MICROSECONDS = TimeUnit.MINUTES.toMicros(2);
  private static final int EXAMPLES = 5;

  private final Histogram all = histogram();
  private final Histogram late = histogram();
  private final Map<String, Histogram> groups = new TreeMap<>();
  private final Map<String, Long> caches = new TreeMap<>();
  private final Map<String, Long> failures = new TreeMap<>();
  private final List<String> examples = new ArrayList<>();
  private final List<Second> seconds = new ArrayList<>();
  private long asked;

  Tally() {}

  // ---- written by the load

  /**
   * @param lateNanos how much later than it was meant to
   */
  void asked(int second, long lateNanos) {
    asked++;
    record(late, lateNanos);
    while (seconds.size() <= second) {
      seconds.add(Second.EMPTY);
    }
    seconds.set(second, seconds.get(second).plusAsked());
  }

  void right(int second, Wanted wanted, Answer answer, long nanos) {
    record(all, nanos);
    record(groups.computeIfAbsent(wanted.group(), group -> histogram()), nanos);
    String cache = answer.header("X-Cache");
    caches.merge(cache.isEmpty() ? "none" : cache, 1L, Long::sum);
    seconds.set(second, seconds.get(second).plusRight(nanos / 1e6));
  }

  /**
   * @param kind counted
   * @param detail for people: the first few are kept
   */
  void failed(int second, Wanted wanted, String kind, String detail) {
    failures.merge(kind, 1L, Long::sum);
    seconds.set(second, seconds.get(second).plusFailed());
    if (examples.size() < EXAMPLES) {
      examples.add("second " + second + ", " + wanted.path() + ": " + detail);
    }
  }

  // ---- read afterwards

  /** Requests in all: {@link #right()} and {@link #failed()}. */
  public long asked() {
    return asked;
  }

  /** Requests answered as wanted. */
  public long right() {
    return all.getTotalCount();
  }

  /** Wrong answers, and requests without one. */
  public long failed() {
    return failures.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many failed, by kind: {@code status 503}, {@code broken SVG}, an exception's name … */
  public Map<String, Long> failures() {
    return Collections.unmodifiableMap(failures);
  }

  /** The first few failures: second, path, the name of the request, and what went wrong. */
  public List<String> examples() {
    return Collections.unmodifiableList(examples);
  }

  /**
   * Right answers by their {@code X-Cache}: {@code HIT}, {@code MISS}, {@code STALE}, {@code none}.
   */
  public Map<String, Long> caches() {
    return Collections.unmodifiableMap(caches);
  }

  /** All seconds from the start on. */
  public List<Second> seconds() {
    return Collections.unmodifiableList(seconds);
  }

  /**
   * The latency that this share of the right answers kept.
   *
   * @param percentile 0 to 100
   * @return milliseconds; 0 when there is no right answer
   */
  public double millis(double percentile) {
    return all.getValueAtPercentile(percentile) / 1e3;
  }

  /** As {@link #millis(double)}, of one group; 0 when it has no right answer. */
  public double millis(String group, double percentile) {
    Histogram latencies = groups.get(group);
    return latencies == null ? 0 : latencies.getValueAtPercentile(percentile) / 1e3;
  }

  /** How many right answers a group has. */
  public long right(String group) {
    Histogram latencies = groups.get(group);
    return latencies == null ? 0 : latencies.getTotalCount();
  }

  /**
   * How much later than meant 99 of 100 requests left: when that is no small part of the latencies,
   * the load had too little of the machine. (The latencies contain it.)
   *
   * @return milliseconds
   */
  public double lateMillis() {
    return late.getValueAtPercentile(99) / 1e3;
  }

  /** One line for a log. */
  @Override
  public String toString() {
    return String.format(
        java.util.Locale.ROOT,
        "%,d asked, %,d right, p50 %.2f ms, p95 %.2f ms, p99 %.2f ms, most %.1f ms, X-Cache %s,"
            + " failures %s %s",
        asked,
        right(),
        millis(50),
        millis(95),
        millis(99),
        millis(100),
        caches,
        failures,
        examples);
  }

  private static void record(Histogram histogram, long nanos) {
    long microseconds = TimeUnit.NANOSECONDS.toMicros(nanos);
    histogram.recordValue(Math.min(Math.max(microseconds, 0), LONGEST_MICROSECONDS));
  }

  private static Histogram histogram() {
    return new Histogram(LONGEST_MICROSECONDS, DIGITS);
  }
}
