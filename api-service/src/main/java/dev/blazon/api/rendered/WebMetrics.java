package dev.blazon.api.rendered;

import dev.blazon.api.dialect.AnswerFormat;
import dev.blazon.api.resolve.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Counts requests. Every tag comes from a closed set of ours, never from a URL, so the number of
 * series is bounded. Thread-safe.
 */
public final class WebMetrics {

  /** The counter of answers by what was asked for and how it came about. */
  public static final String REQUESTS = "blazon.requests";

  /** The counter of requests by whether a ready answer was at hand, with {@code result}. */
  public static final String RENDERED = "blazon.rendered";

  private static final String NONE = "none";
  private static final int FAILED = 500;

  /** From facts at hand to longer than anyone waits by default. */
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
  private final Counter again;
  private final Timer lookedUp;

  public WebMetrics(MeterRegistry registry) {
    this.registry = registry;
    for (Outcome outcome : Outcome.values()) {
      answers(outcome, outcome.pictureStatus());
      answers(outcome, outcome.jsonStatus());
    }
    this.hits = rendered(registry, "hit");
    this.misses = rendered(registry, "miss");
    this.again = rendered(registry, "stale");
    this.lookedUp =
        Timer.builder("blazon.answer")
            .description("from request to answer, where no rendered answer was at hand")
            .serviceLevelObjectives(BUCKETS)
            .register(registry);
  }

  private static Counter rendered(MeterRegistry registry, String result) {
    return Counter.builder(RENDERED)
        .description("whether a rendered answer was at hand")
        .tag("result", result)
        .register(registry);
  }

  public void hit() {
    hits.increment();
  }

  public void miss() {
    misses.increment();
  }

  /** Nothing newer could be had, so the answer given before is given again. */
  void again() {
    again.increment();
  }

  /** Not even a badge that tells of our own mistake could be made. */
  public void failed() {
    requests(NONE, NONE, NONE, Outcome.INTERNAL_ERROR, FAILED).increment();
    answers(Outcome.INTERNAL_ERROR, FAILED).increment();
  }

  /** An answer was made, not only given again. */
  void made(AnswerFormat format, Outcome outcome) {
    answers(outcome, status(format, outcome)).increment();
  }

  /**
   * All of them are there from the start: a counter that appears with its first event has not
   * risen, and an alert that waits for a rise would miss it.
   */
  private Counter answers(Outcome outcome, int status) {
    return Counter.builder("blazon.answers")
        .description("answers that were made, by how they came about; not those given again")
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
        .description("answers by what was asked for and how it came about")
        .tag("dialect", dialect)
        .tag("shield", shield)
        .tag("format", format)
        .tag("outcome", outcome.word())
        .tag("status", Integer.toString(status))
        .register(registry);
  }

  /** The counter of a document that is no badge. */
  public Counter documents() {
    return Counter.builder("blazon.documents")
        .description("answers that are no badges but documents for machines")
        .register(registry);
  }
}
