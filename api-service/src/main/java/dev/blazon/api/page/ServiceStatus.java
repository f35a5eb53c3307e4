package dev.blazon.api.page;

import dev.blazon.api.lookup.store.LookupMetrics;
import dev.blazon.api.lookup.store.RedisFactStore;
import dev.blazon.api.rendered.WebMetrics;
import dev.blazon.upstream.FetchOutcome;
import dev.blazon.upstream.UpstreamMetrics;
import io.micrometer.core.instrument.Counter;
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
 * How this process is doing, from its own counters, with the last 24 hours by the hour. What it
 * does not know (other replicas, the time before its start) it does not claim. Thread-safe.
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
   * A place that facts come from.
   *
   * @param isAsked false while it is left alone, because it is down or told us so
   */
  record UpstreamState(String name, boolean isAsked) {}

  /**
   * How often an answer was at hand.
   *
   * @param cache in words
   */
  record Ratio(String cache, long hits, long misses) {
    int percent() {
      return hits + misses == 0 ? 0 : (int) Math.round(100.0 * hits / (hits + misses));
    }
  }

  /** What happened in an hour that starts at that time. */
  record Hour(Instant start, Totals totals) {}

  /**
   * Counts since the start of the process, or in an hour.
   *
   * @param answers to requests for badges and documents
   * @param asked requests to upstreams
   * @param failed those of them that brought neither facts nor a clear no
   */
  record Totals(long answers, long asked, long failed) {
    static final Totals NONE = new Totals(0, 0, 0);

    Totals minus(Totals other) {
      return new Totals(answers - other.answers, asked - other.asked, failed - other.failed);
    }

    Totals plus(Totals other) {
      return new Totals(answers + other.answers, asked + other.asked, failed + other.failed);
    }
  }

  ServiceStatus(MeterRegistry metrics, Clock clock) {
    this.metrics = metrics;
    this.clock = clock;
    this.since = clock.instant();
  }

  /** When the process started counting. */
  Instant since() {
    return since;
  }

  List<UpstreamState> upstreams() {
    List<UpstreamState> upstreams = new ArrayList<>();
    for (Gauge open : metrics.find(UpstreamMetrics.BREAKER_OPEN).gauges()) {
      upstreams.add(new UpstreamState(tag(open, UpstreamMetrics.UPSTREAM), open.value() == 0));
    }
    upstreams.sort(Comparator.comparing(UpstreamState::name));
    return upstreams;
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

  /** The hours up to now, the newest first; the current one is not over. */
  synchronized List<Hour> hours() {
    count();
    return List.copyOf(hours);
  }

  /** To be called now and then, at least once an hour: adds what happened to the current hour. */
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
    long asked = 0;
    long failed = 0;
    for (Timer timer : metrics.find(UpstreamMetrics.REQUESTS).timers()) {
      asked += timer.count();
      failed += FAILED.contains(tag(timer, UpstreamMetrics.OUTCOME)) ? timer.count() : 0;
    }
    return new Totals(answers, asked, failed);
  }

  /** A stale answer was at hand, too. */
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
