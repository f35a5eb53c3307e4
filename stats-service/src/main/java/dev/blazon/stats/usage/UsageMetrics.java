package dev.blazon.stats.usage;

import dev.blazon.usage.UsageRefusal.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Usage reports as numbers for the operator. Thread-safe. */
final class UsageMetrics {

  private final MeterRegistry registry;
  private final Counter accepted;
  private final Counter duplicates;
  private final Timer commits;
  private final Map<Reason, Counter> refused = new EnumMap<>(Reason.class);

  UsageMetrics(MeterRegistry registry) {
    this.registry = registry;
    accepted = counter("accepted", "usage reports that are on disk");
    duplicates = counter("duplicates", "usage reports that were sent again");
    commits =
        Timer.builder("blazon.usage.commits")
            .description("transactions of usage reports")
            .register(registry);
    for (Reason reason : Reason.values()) {
      refused.put(
          reason,
          Counter.builder("blazon.usage.refused")
              .description("messages and questions about usage that were refused")
              .tag("reason", reason.word())
              .register(registry));
    }
  }

  private Counter counter(String name, String description) {
    return Counter.builder("blazon.usage." + name).description(description).register(registry);
  }

  void watch(String name, String description, Supplier<Number> value) {
    Gauge.builder("blazon.usage." + name, value)
        .strongReference(true)
        .description(description)
        .register(registry);
  }

  void accepted(int reports, int again) {
    accepted.increment(reports);
    duplicates.increment(again);
  }

  void committed(long nanos) {
    commits.record(nanos, TimeUnit.NANOSECONDS);
  }

  void refused(Reason reason) {
    refused.get(reason).increment();
  }
}
