package dev.blazon.service.log;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** Metrics of the logs: internal errors, and lines dropped from the access log. */
public final class LogMetrics implements MeterBinder {

  @Override
  public void bindTo(MeterRegistry registry) {
    FunctionCounter.builder("blazon.errors", this, log -> ErrorCount.lines())
        .description("internal errors: each has a line in the error log")
        .register(registry);
    FunctionCounter.builder("blazon.access.log.dropped", this, log -> BoundedAppender.dropped())
        .description("requests without a line in the access log, because writing it was too slow")
        .register(registry);
  }
}
