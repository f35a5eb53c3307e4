package dev.blazon.service;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Measures how late an event loop runs its timers. A delay means that something blocked the event
 * loop, or that the machine is overloaded.
 */
public final class EventLoopDelay {

  private static final Duration PERIOD = Duration.ofMillis(250);

  /** Timers have a resolution of one millisecond, so a few milliseconds are not a delay. */
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(5),
    Duration.ofMillis(20),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(2)
  };

  private EventLoopDelay() {}

  /** Measures the event loop on which it is called, until the calling verticle is undeployed. */
  public static void watch(Vertx vertx, MeterRegistry registry) {
    Timer timer =
        Timer.builder("blazon.event.loop.delay")
            .description("how late an event loop ran a timer, measured four times a second")
            .serviceLevelObjectives(BUCKETS)
            .register(registry);
    long[] last = {System.nanoTime()};
    vertx.setPeriodic(
        PERIOD.toMillis(),
        id -> {
          long now = System.nanoTime();
          timer.record(Math.max(0, now - last[0] - PERIOD.toNanos()), TimeUnit.NANOSECONDS);
          last[0] = now;
        });
  }
}
