package dev.blazon.api.report;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The metrics of calls. Every tag has a fixed set of values. Thread-safe. */
final class ReportMetrics {

  private static final int[] STATUSES = {200, 304, 400, 404, 414, 500, 501, 503};

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(3),
    Duration.ofMillis(10),
    Duration.ofMillis(30),
    Duration.ofMillis(100),
    Duration.ofMillis(300),
    Duration.ofSeconds(1),
    Duration.ofSeconds(3)
  };

  private final MeterRegistry registry;
  private final Timer time;

  /** All counters are registered now: one that appears with its first event shows no increase. */
  ReportMetrics(MeterRegistry registry) {
    this.registry = registry;
    for (ErrorForm api : ErrorForm.ALL) {
      for (int status : STATUSES) {
        calls(api, status);
      }
    }
    this.time =
        Timer.builder("blazon.report.time")
            .description("time from a call for download numbers to its answer")
            .serviceLevelObjectives(BUCKETS)
            .register(registry);
  }

  void answered(ErrorForm api, int status, long nanos) {
    calls(api, status).increment();
    time.record(nanos, TimeUnit.NANOSECONDS);
  }

  private Counter calls(ErrorForm api, int status) {
    return Counter.builder("blazon.reports")
        .description("calls for download numbers, by the service whose form they have, and status")
        .tag("api", api.word())
        .tag("status", Integer.toString(status))
        .register(registry);
  }
}
