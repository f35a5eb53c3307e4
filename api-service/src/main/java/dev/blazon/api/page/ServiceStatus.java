package dev.blazon.api.page;

import dev.blazon.api.lookup.store.LookupMetrics;
import dev.blazon.api.lookup.store.RedisFactStore;
import dev.blazon.api.rendered.WebMetrics;
import dev.blazon.service.log.LogMetrics;
import dev.blazon.upstream.FetchOutcome;
import dev.blazon.upstream.SourceState;
import dev.blazon.upstream.UpstreamMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.search.Search;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The state of this process by its own metrics, with totals for each of the last 24 hours. It
 * covers neither other replicas nor the time before its start. Thread-safe.
 */
final class ServiceStatus {

  private static final int HOURS = 24;
  private static final long HOUR_SECONDS = 3600;
  private static final Set<String> FAILED =
      Stream.of(FetchOutcome.values())
          .filter(FetchOutcome::isFailure)
          .map(FetchOutcome::word)
          .collect(Collectors.toUnmodifiableSet());

  private final MeterRegistry metrics;
  private final Clock clock;
  private final Instant since;
  private final Deque<Hour> hours = new ArrayDeque<>();
  private Totals counted = Totals.NONE;

  /**
   * The state of an upstream.
   *
   * @param since when this state began
   * @param isInUse false while its circuit breaker is open, because it fails or asked us to wait
   */
  record UpstreamState(String name, SourceState state, Instant since, boolean isInUse) {

    boolean isWell() {
      return state != SourceState.FAILING && state != SourceState.REFUSED;
    }
  }

  /**
   * The hits and misses of a cache.
   *
   * @param cache the name that people read
   */
  record Ratio(String cache, long hits, long misses) {
    int percent() {
      return hits + misses == 0 ? 0 : (int) Math.round(100.0 * hits / (hits + misses));
    }
  }

  /** The totals of the hour that starts at an instant. */
  record Hour(Instant start, Totals totals) {}

  /**
   * Counts since the start of the process or in one hour.
   *
   * @param answers answers to requests for badges and documents
   * @param requests requests to upstreams
   * @param failed requests to upstreams that returned neither facts nor a definite "missing"
   */
  record Totals(long answers, long requests, long failed) {
    static final Totals NONE = new Totals(0, 0, 0);

    Totals minus(Totals other) {
      return new Totals(answers - other.answers, requests - other.requests, failed - other.failed);
    }

    Totals plus(Totals other) {
      return new Totals(answers + other.answers, requests + other.requests, failed + other.failed);
    }
  }

  ServiceStatus(MeterRegistry metrics, Clock clock) {
    this.metrics = metrics;
    this.clock = clock;
    this.since = clock.instant();
  }

  /** The time when counting started. */
  Instant since() {
    return since;
  }

  List<UpstreamState> upstreams() {
    List<UpstreamState> upstreams = new ArrayList<>();
    for (Gauge state : metrics.find(UpstreamMetrics.STATE).gauges()) {
      String name = tag(state, UpstreamMetrics.UPSTREAM);
      upstreams.add(
          new UpstreamState(
              name,
              SourceState.of(state.value()),
              Instant.ofEpochSecond((long) gauge(UpstreamMetrics.STATE_SINCE, name)),
              gauge(UpstreamMetrics.BREAKER_OPEN, name) == 0));
    }
    upstreams.sort(Comparator.comparing(UpstreamState::name));
    return upstreams;
  }

  private double gauge(String metric, String upstream) {
    Gauge gauge = metrics.find(metric).tag(UpstreamMetrics.UPSTREAM, upstream).gauge();
    return gauge == null ? 0 : gauge.value();
  }

  List<Ratio> ratios() {
    List<Ratio> ratios = new ArrayList<>();
    ratios.add(ratio("whole answers, in memory", metrics.find(WebMetrics.RENDERED)));
    ratios.add(ratio("projects' facts, in memory", lookup("project", LookupMetrics.Tier.MEMORY)));
    if (metrics.find(RedisFactStore.UP).gauge() != null) {
      ratios.add(ratio("projects' facts, in Redis", lookup("project", LookupMetrics.Tier.REDIS)));
    }
    ratios.add(ratio("download counts, in memory", lookup("downloads", LookupMetrics.Tier.MEMORY)));
    return ratios;
  }

  private Search lookup(String facts, LookupMetrics.Tier tier) {
    return metrics
        .find(LookupMetrics.LOOKUPS)
        .tag(LookupMetrics.FACTS, facts)
        .tag(LookupMetrics.TIER, tier.word());
  }

  /** How many internal errors were logged since the start of this process. */
  long internalErrors() {
    FunctionCounter errors = metrics.find(LogMetrics.ERRORS).functionCounter();
    return errors == null ? 0 : (long) errors.count();
  }

  /** Up to 24 hours, the newest first; the first is the current one and not complete. */
  synchronized List<Hour> hours() {
    count();
    return List.copyOf(hours);
  }

  /**
   * Adds what was counted since the last call to the current hour; must be called at least once an
   * hour.
   */
  synchronized void count() {
    Totals now = totals();
    Totals happened = now.minus(counted);
    counted = now;
    long second = clock.instant().getEpochSecond();
    Instant start = Instant.ofEpochSecond(second - second % HOUR_SECONDS);
    if (!hours.isEmpty() && hours.getFirst().start().equals(start)) {
      happened = hours.removeFirst().totals().plus(happened);
    }
    hours.addFirst(new Hour(start, happened));
    while (hours.size() > HOURS) {
      hours.removeLast();
    }
  }

  private Totals totals() {
    long answers = 0;
    for (Counter counter : metrics.find(WebMetrics.REQUESTS).counters()) {
      answers += (long) counter.count();
    }
    long requests = 0;
    long failed = 0;
    for (Timer timer : metrics.find(UpstreamMetrics.REQUESTS).timers()) {
      requests += timer.count();
      failed += FAILED.contains(tag(timer, UpstreamMetrics.OUTCOME)) ? timer.count() : 0;
    }
    return new Totals(answers, requests, failed);
  }

  /** A stale answer counts as a hit. */
  private static Ratio ratio(String cache, Search search) {
    long hits = 0;
    long misses = 0;
    for (Counter counter : search.counters()) {
      if (tag(counter, LookupMetrics.RESULT).equals(LookupMetrics.Result.MISS.word())) {
        misses += (long) counter.count();
      } else {
        hits += (long) counter.count();
      }
    }
    return new Ratio(cache, hits, misses);
  }

  private static String tag(Meter meter, String name) {
    String value = meter.getId().getTag(name);
    return value == null ? "" : value;
  }
}
