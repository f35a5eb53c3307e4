package dev.blazon.api.stats;

import dev.blazon.api.remote.RemoteNodes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The metrics of remote stats services: a timer of questions by outcome, and gauges of healthy and
 * left-out nodes.
 */
final class StatsMetrics {

  /** From a number in the service's memory to a history that is fetched first. */
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(750),
    Duration.ofMillis(2500)
  };

  enum Outcome {
    /** An answer, which may say why there is no number. */
    ANSWERED,
    /** The service did not understand the question. */
    REFUSED,
    /** Too many questions. */
    BUSY,
    /** No answer in time. */
    SLOW,
    /** Not reachable, or no answer of a stats service. */
    FAILED
  }

  private final Map<Outcome, Timer> timers = new EnumMap<>(Outcome.class);

  StatsMetrics(MeterRegistry registry, RemoteNodes nodes) {
    for (Outcome outcome : Outcome.values()) {
      timers.put(
          outcome,
          Timer.builder("blazon.stats.requests")
              .description("Questions to stats services, by outcome")
              .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
              .serviceLevelObjectives(BUCKETS)
              .register(registry));
    }
    Gauge.builder("blazon.stats.nodes", nodes, now -> now.all().size() - now.unhealthy().size())
        .strongReference(true)
        .description("Stats services by whether they get questions")
        .tag("state", "well")
        .register(registry);
    Gauge.builder("blazon.stats.nodes", nodes, now -> now.unhealthy().size())
        .strongReference(true)
        .description("Stats services by whether they get questions")
        .tag("state", "left_out")
        .register(registry);
  }

  void count(Outcome outcome, long nanos) {
    timers.get(outcome).record(nanos, TimeUnit.NANOSECONDS);
  }
}
