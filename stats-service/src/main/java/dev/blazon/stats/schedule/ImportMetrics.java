package dev.blazon.stats.schedule;

import dev.blazon.count.LedgerEntry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** What imports of days leave behind for the operator. Thread-safe. */
public final class ImportMetrics {

  private record Last(long rows, double seconds, long rejects) {}

  private final MeterRegistry registry;
  private final AtomicReference<Last> last = new AtomicReference<>(new Last(0, Double.NaN, 0));

  public ImportMetrics(MeterRegistry registry) {
    this.registry = registry;
    for (ImportOutcome outcome : ImportOutcome.values()) {
      count(outcome, 0);
    }
    Gauge.builder("blazon.stats.import.rows", () -> last.get().rows())
        .strongReference(true)
        .description("projects' versions in the day that was imported last")
        .register(registry);
    Gauge.builder("blazon.stats.import", () -> last.get().seconds())
        .strongReference(true)
        .description("how long that import took")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("blazon.stats.import.rejects", () -> last.get().rejects())
        .strongReference(true)
        .description("rows of that day about impossible names or versions")
        .register(registry);
  }

  void imported(LedgerEntry entry, Duration time) {
    last.set(new Last(entry.rows(), time.toMillis() / 1_000.0, entry.rejects()));
    count(ImportOutcome.IMPORTED, 1);
  }

  /** Counts an attempt at listed projects. */
  public void count(NightlyImport.Result result) {
    count(
        switch (result) {
          case IMPORTED, UP_TO_DATE -> ImportOutcome.IMPORTED;
          case NOT_YET -> ImportOutcome.NO_SUCH_DAY;
          case BUSY -> ImportOutcome.BUSY;
          case FAILED -> ImportOutcome.FAILED;
        });
  }

  void count(ImportOutcome outcome) {
    count(outcome, 1);
  }

  private void count(ImportOutcome outcome, int imports) {
    Counter.builder("blazon.stats.imports")
        .description("imports of days")
        .tag("outcome", outcome.word())
        .register(registry)
        .increment(imports);
  }
}
