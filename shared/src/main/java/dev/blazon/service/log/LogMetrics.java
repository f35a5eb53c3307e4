package dev.blazon.service.log;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** Metrics of the logs: internal errors, and lines dropped from the access log. */
public final class LogMetrics implements MeterBinder {

  /** Counts internal errors. */
  public static final String ERRORS = "blazon.errors";

  // Micrometer holds a meter's object weakly; a class is never collected, an object of ours would
  // be.
  @Override
  public void bindTo(MeterRegistry registry) {
    FunctionCounter.builder(ERRORS, ErrorCount.class, count -> ErrorCount.lines())
        .description("internal errors: each has a line in the error log")
        .register(registry);
    FunctionCounter.builder(
            "blazon.access.log.dropped",
            BoundedAppender.class,
            appender -> BoundedAppender.dropped())
        .description("requests without a line in the access log, because writing it was too slow")
        .register(registry);
  }
}
