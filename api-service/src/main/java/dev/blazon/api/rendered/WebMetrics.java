package dev.blazon.api.rendered;

import dev.blazon.api.dialect.AnswerFormat;
import dev.blazon.api.resolve.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The metrics of requests and answers. Every tag has a fixed set of values and never comes from a
 * URL, so the number of series is bounded. Thread-safe.
 */
public final class WebMetrics {

  /** The counter of answers by dialect, shield, format, outcome and status. */
  public static final String REQUESTS = "blazon.requests";

  /**
   * The counter of look-ups in the cache of rendered answers, by {@code result}: hit, miss or
   * stale.
   */
  public static final String RENDERED = "blazon.rendered";

  private static final String NONE = "none";
  private static final int FAILED = 500;

  /** From an answer with cached facts to more than the default deadline. */
  private static final Duration[] BUCKETS = {
    Duration.ofNanos(500_000),
    Duration.ofMillis(1),
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofMillis(3500)
  };

  private final MeterRegistry registry;
  private final Counter hits;
  private final Counter misses;
  private final Counter stale;
  private final Timer lookedUp;

  public WebMetrics(MeterRegistry registry) {
    this.registry = registry;
    for (Outcome outcome : Outcome.values()) {
      answers(outcome, outcome.pictureStatus());
      answers(outcome, outcome.jsonStatus());
    }
    this.hits = rendered(registry, "hit");
    this.misses = rendered(registry, "miss");
    this.stale = rendered(registry, "stale");
    this.lookedUp =
        Timer.builder("blazon.answer")
            .description(
                "time from request to answer, without those from the cache of rendered answers")
            .serviceLevelObjectives(BUCKETS)
            .register(registry);
  }

  private static Counter rendered(MeterRegistry registry, String result) {
    return Counter.builder(RENDERED)
        .description("look-ups in the cache of rendered answers")
        .tag("result", result)
        .register(registry);
  }

  public void hit() {
    hits.increment();
  }

  public void miss() {
    misses.increment();
  }

  /** An earlier answer is sent as stale, because a newer one cannot be had. */
  void stale() {
    stale.increment();
  }

  /** Not even the badge of an internal error could be made. */
  public void failed() {
    requests(NONE, NONE, NONE, Outcome.INTERNAL_ERROR, FAILED).increment();
    answers(Outcome.INTERNAL_ERROR, FAILED).increment();
  }

  /** An answer was newly made, not taken from the cache. */
  void made(AnswerFormat format, Outcome outcome) {
    answers(outcome, status(format, outcome)).increment();
  }

  /**
   * All these counters are registered at the start: a counter that appears with its first event
   * shows no increase, and an alert on an increase would miss that event.
   */
  private Counter answers(Outcome outcome, int status) {
    return Counter.builder("blazon.answers")
        .description("newly made answers by outcome and status; not those from the cache")
        .tag("outcome", outcome.word())
        .tag("status", Integer.toString(status))
        .register(registry);
  }

  private static int status(AnswerFormat format, Outcome outcome) {
    return format == AnswerFormat.JSON ? outcome.jsonStatus() : outcome.pictureStatus();
  }

  public void lookedUp(long nanos) {
    lookedUp.record(nanos, TimeUnit.NANOSECONDS);
  }

  /** The counter of one kind of answer. */
  Counter requests(String dialect, String shield, AnswerFormat format, Outcome outcome) {
    return requests(dialect, shield, format.extension(), outcome, status(format, outcome));
  }

  private Counter requests(
      String dialect, String shield, String format, Outcome outcome, int status) {
    return Counter.builder(REQUESTS)
        .description("answers by dialect, shield, format, outcome and status")
        .tag("dialect", dialect)
        .tag("shield", shield)
        .tag("format", format)
        .tag("outcome", outcome.word())
        .tag("status", Integer.toString(status))
        .register(registry);
  }

  /** The counter of API documents. */
  public Counter documents() {
    return Counter.builder("blazon.documents")
        .description("answers with an API document instead of a badge")
        .register(registry);
  }
}
