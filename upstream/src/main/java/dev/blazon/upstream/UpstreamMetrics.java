package dev.blazon.upstream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Counts and times the requests to one upstream. Thread-safe. */
public final class UpstreamMetrics {

  /** The timer of requests, with the tags {@link #UPSTREAM} and {@link #OUTCOME}. */
  public static final String REQUESTS = "blazon.upstream.requests";

  /** A gauge, 1 while no requests are sent to the upstream, with the tag {@link #UPSTREAM}. */
  public static final String BREAKER_OPEN = "blazon.upstream.breaker.open";

  /** A gauge, the number of a {@link SourceState}, with the tag {@link #UPSTREAM}. */
  public static final String STATE = "blazon.upstream.state";

  /** A gauge, when that state began, in seconds since 1970, with the tag {@link #UPSTREAM}. */
  public static final String STATE_SINCE = "blazon.upstream.state.since";

  /** The tag for the upstream's name. */
  public static final String UPSTREAM = "upstream";

  /** The tag for a {@link FetchOutcome}. */
  public static final String OUTCOME = "outcome";

  /** From the latency of a good network to the longest transfer. */
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10)
  };

  private static final String STATES = "0 not asked, 1 ok, 2 failing, 3 refused, 4 not configured";

  private final MeterRegistry registry;
  private final String upstream;

  UpstreamMetrics(MeterRegistry registry, String upstream, Breaker breaker, UpstreamHealth health) {
    this.registry = registry;
    this.upstream = upstream;
    Gauge.builder(BREAKER_OPEN, breaker, open -> open.isOpen() ? 1 : 0)
        .strongReference(true)
        .description(
            "1 while no requests are sent to this upstream, as it is down or asked for a pause")
        .tag(UPSTREAM, upstream)
        .register(registry);
    Gauge.builder(STATE, health, now -> now.state().number())
        .strongReference(true)
        .description(STATES)
        .tag(UPSTREAM, upstream)
        .register(registry);
    Gauge.builder(STATE_SINCE, health, now -> now.since().getEpochSecond())
        .strongReference(true)
        .description("when this state of the upstream began")
        .baseUnit("seconds")
        .tag(UPSTREAM, upstream)
        .register(registry);
  }

  /** Registers the state of a source that the operator has not configured. */
  static void notConfigured(MeterRegistry registry, String upstream) {
    Gauge.builder(STATE, () -> SourceState.NOT_CONFIGURED.number())
        .strongReference(true)
        .description(STATES)
        .tag(UPSTREAM, upstream)
        .register(registry);
  }

  void count(FetchOutcome outcome, long nanoseconds) {
    Timer.builder(REQUESTS)
        .description("Requests to an upstream, by outcome")
        .tag(UPSTREAM, upstream)
        .tag(OUTCOME, outcome.word())
        .serviceLevelObjectives(BUCKETS)
        .register(registry)
        .record(nanoseconds, TimeUnit.NANOSECONDS);
  }
}
