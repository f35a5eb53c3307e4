package dev.blazon.api.web;

import dev.blazon.api.dialect.AnswerFormat;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Counts requests. Every tag comes from a closed set of ours, never from a URL, so the number of
 * series is bounded. Thread-safe.
 */
final class WebMetrics {

  private final MeterRegistry registry;
  private final Counter hits;
  private final Counter misses;
  private final Timer lookedUp;

  WebMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.hits = rendered(registry, "hit");
    this.misses = rendered(registry, "miss");
    this.lookedUp =
        Timer.builder("blazon.answer")
            .description("from request to answer, where no rendered answer was at hand")
            .publishPercentileHistogram()
            .register(registry);
  }

  private static Counter rendered(MeterRegistry registry, String result) {
    return Counter.builder("blazon.rendered")
        .description("whether a rendered answer was at hand")
        .tag("result", result)
        .register(registry);
  }

  void hit() {
    hits.increment();
  }

  void miss() {
    misses.increment();
  }

  void lookedUp(long nanos) {
    lookedUp.record(nanos, TimeUnit.NANOSECONDS);
  }

  /** The counter of one kind of answer. */
  Counter requests(String dialect, String shield, AnswerFormat format, Outcome outcome) {
    return Counter.builder("blazon.requests")
        .description("answers by what was asked for and how it came about")
        .tag("dialect", dialect)
        .tag("shield", shield)
        .tag("format", format.name().toLowerCase(Locale.ROOT))
        .tag("outcome", outcome.word())
        .register(registry);
  }

  /** The counter of a document that is no badge. */
  Counter documents() {
    return Counter.builder("blazon.documents")
        .description("answers that are no badges but documents for machines")
        .register(registry);
  }
}
