package dev.blazon.stats.schedule;

import dev.blazon.count.LedgerEntry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** What imports of days leave behind for the operator. Thread-safe. */
public final class ImportMetrics {

  static final String IMPORTED = "imported";
  static final String NO_SUCH_DAY = "no_such_day";
  static final String BUSY = "busy";
  static final String FAILED = "failed";

  private record Last(long rows, double seconds, long rejects) {}

  private final MeterRegistry registry;
  private final AtomicReference<Last> last = new AtomicReference<>(new Last(0, Double.NaN, 0));

  public ImportMetrics(MeterRegistry registry) {
    this.registry = registry;
    for (String outcome : new String[] {IMPORTED, NO_SUCH_DAY, BUSY, FAILED}) {
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
    count(IMPORTED, 1);
  }

  /** Counts an attempt at listed projects. */
  public void count(NightlyImport.Result result) {
    count(
        switch (result) {
          case IMPORTED, UP_TO_DATE -> IMPORTED;
          case NOT_YET -> NO_SUCH_DAY;
          case BUSY -> BUSY;
          case FAILED -> FAILED;
        });
  }

  void count(String outcome) {
    count(outcome, 1);
  }

  private void count(String outcome, int imports) {
    Counter.builder("blazon.stats.imports")
        .description("imports of days")
        .tag("outcome", outcome)
        .register(registry)
        .increment(imports);
  }
}
