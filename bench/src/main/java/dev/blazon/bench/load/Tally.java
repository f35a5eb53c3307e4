package dev.blazon.bench.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * The results of a load: latencies of right responses from the time at which the requests were due,
 * counts by second, failures by kind, and Varnish's cache results. One load writes it on its event
 * loop; read it when the future of that load is complete.
 */
public final class Tally {

  /** Latencies are recorded with three significant digits. */
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
  private long sent;

  Tally() {}

  // ---- written by the load

  /**
   * @param lateNanos the delay between due and actual sending
   */
  void sent(int second, long lateNanos) {
    sent++;
    record(late, lateNanos);
    while (seconds.size() <= second) {
      seconds.add(Second.EMPTY);
    }
    seconds.set(second, seconds.get(second).plusSent());
  }

  void right(int second, LoadRequest request, Response response, long nanos) {
    record(all, nanos);
    record(groups.computeIfAbsent(request.group(), group -> histogram()), nanos);
    String cache = response.header("X-Cache");
    caches.merge(cache.isEmpty() ? "none" : cache, 1L, Long::sum);
    seconds.set(second, seconds.get(second).plusRight(nanos / 1e6));
  }

  /**
   * @param kind the kind under which it is counted
   * @param detail a description for people; only the first few are kept
   */
  void failed(int second, LoadRequest request, String kind, String detail) {
    failures.merge(kind, 1L, Long::sum);
    seconds.set(second, seconds.get(second).plusFailed());
    if (examples.size() < EXAMPLES) {
      examples.add("second " + second + ", " + request.path() + ": " + detail);
    }
  }

  // ---- read afterwards

  /** All requests: {@link #right()} plus {@link #failed()}. */
  public long sent() {
    return sent;
  }

  /** Right responses. */
  public long right() {
    return all.getTotalCount();
  }

  /** Wrong responses, and requests without one. */
  public long failed() {
    return failures.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * The number of failures by kind: {@code status 503}, {@code broken SVG}, the name of an
   * exception …
   */
  public Map<String, Long> failures() {
    return Collections.unmodifiableMap(failures);
  }

  /** The first few failures: second, path, the name of the request, and what went wrong. */
  public List<String> examples() {
    return Collections.unmodifiableList(examples);
  }

  /**
   * The number of right responses by their {@code X-Cache}: {@code HIT}, {@code MISS}, {@code
   * STALE}, {@code none}.
   */
  public Map<String, Long> caches() {
    return Collections.unmodifiableMap(caches);
  }

  /** All seconds from the start. */
  public List<Second> seconds() {
    return Collections.unmodifiableList(seconds);
  }

  /**
   * The latency that this percentage of the right responses did not exceed.
   *
   * @param percentile 0 to 100
   * @return milliseconds; 0 if there is no right response
   */
  public double millis(double percentile) {
    return all.getValueAtPercentile(percentile) / 1e3;
  }

  /** As {@link #millis(double)}, of one group; 0 if it has no right response. */
  public double millis(String group, double percentile) {
    Histogram latencies = groups.get(group);
    return latencies == null ? 0 : latencies.getValueAtPercentile(percentile) / 1e3;
  }

  /** The number of right responses in a group. */
  public long right(String group) {
    Histogram latencies = groups.get(group);
    return latencies == null ? 0 : latencies.getTotalCount();
  }

  /**
   * The delay between due and actual sending that 99 of 100 requests did not exceed. If it is a
   * large part of the latencies, which contain it, the load had too little processor time.
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
        "%,d sent, %,d right, p50 %.2f ms, p95 %.2f ms, p99 %.2f ms, most %.1f ms, X-Cache %s,"
            + " failures %s %s",
        sent,
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
