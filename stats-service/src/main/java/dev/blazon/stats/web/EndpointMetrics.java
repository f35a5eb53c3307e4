package dev.blazon.stats.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts requests without an answer by status, of which there are only a few. Thread-safe. */
final class EndpointMetrics {

  /** Internal errors. Registered at start: a counter that appears as 1 shows no increase. */
  private static final int BROKEN = 500;

  private final MeterRegistry registry;
  private final Map<Integer, Counter> refused = new ConcurrentHashMap<>();

  EndpointMetrics(MeterRegistry registry) {
    this.registry = registry;
    counter(BROKEN);
  }

  void refused(int status) {
    counter(status).increment();
  }

  private Counter counter(int status) {
    return refused.computeIfAbsent(
        status,
        code ->
            Counter.builder("blazon.stats.refused")
                .description("questions about downloads that were not understood or not answered")
                .tag("status", Integer.toString(code))
                .register(registry));
  }
}
