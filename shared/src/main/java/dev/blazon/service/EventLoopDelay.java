package dev.blazon.service;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How late an event loop does what was to be done at a certain time. Late is whoever was held up by
 * something that should have been done elsewhere, or by a machine that is full.
 */
public final class EventLoopDelay {

  private static final Duration PERIOD = Duration.ofMillis(250);

  /** Timers know whole milliseconds, so that less than a few is no delay. */
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(5),
    Duration.ofMillis(20),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(2)
  };

  private EventLoopDelay() {}

  /** Watches the event loop that this is called on, as long as what runs there is deployed. */
  public static void watch(Vertx vertx, MeterRegistry registry) {
    Timer timer =
        Timer.builder("blazon.event.loop.delay")
            .description("how late an event loop was for an appointment, four times a second")
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
