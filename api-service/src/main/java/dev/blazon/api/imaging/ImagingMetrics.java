package dev.blazon.api.imaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The metrics of imaging services: a timer of requests by outcome, and gauges of healthy and
 * left-out nodes.
 */
final class ImagingMetrics {

  /** From a cached picture on the same machine to the longest wait by default, twice over. */
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(750),
    Duration.ofMillis(1500)
  };

  enum Outcome {
    PICTURE,
    /** The service refused the badge as invalid. */
    REFUSED,
    BUSY,
    /** Not reachable, no answer in time, or not a picture. */
    FAILED
  }

  private final Map<Outcome, Timer> timers = new EnumMap<>(Outcome.class);

  ImagingMetrics(MeterRegistry registry, ImagingNodes nodes) {
    for (Outcome outcome : Outcome.values()) {
      timers.put(
          outcome,
          Timer.builder("blazon.imaging.requests")
              .description("Requests to imaging services, by outcome")
              .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
              .serviceLevelObjectives(BUCKETS)
              .register(registry));
    }
    Gauge.builder("blazon.imaging.nodes", nodes, now -> now.all().size() - now.unhealthy().size())
        .strongReference(true)
        .description("Imaging services by whether they get requests")
        .tag("state", "well")
        .register(registry);
    Gauge.builder("blazon.imaging.nodes", nodes, now -> now.unhealthy().size())
        .strongReference(true)
        .description("Imaging services by whether they get requests")
        .tag("state", "left_out")
        .register(registry);
  }

  void count(Outcome outcome, long nanos) {
    timers.get(outcome).record(nanos, TimeUnit.NANOSECONDS);
  }
}
