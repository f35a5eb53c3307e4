package dev.blazon.imaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts answers without a picture by status, of which there are only a few. Thread-safe. */
final class EndpointMetrics {

  /** Internal errors. Registered at start: a counter that appears as 1 shows no increase. */
  private static final int BROKEN = 500;

  private final MeterRegistry registry;
  private final Map<Integer, Counter> refused = new ConcurrentHashMap<>();

  EndpointMetrics(MeterRegistry registry) {
    this.registry = registry;
    refused(BROKEN, 0);
  }

  void refused(int status) {
    refused(status, 1);
  }

  private void refused(int status, int times) {
    refused
        .computeIfAbsent(
            status,
            code ->
                Counter.builder("blazon.refused")
                    .description("requests for pictures that were answered without one")
                    .tag("status", Integer.toString(code))
                    .register(registry))
        .increment(times);
  }
}
