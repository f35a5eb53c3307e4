package dev.blazon.api.lookup;

import dev.blazon.api.lookup.store.CachedFact;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * How long facts count as fresh, and how long they are better than nothing.
 *
 * @param clock what time it is
 * @param deadline how long a reader waits for an answer at most
 * @param fresh by the facts themselves
 * @param kept counted from when they were fetched
 */
record Freshness<T>(Clock clock, Duration deadline, Function<T, Duration> fresh, Duration kept) {

  /** How long "there is no such thing" is believed: a project may be published any minute. */
  static final Duration MISSING = Duration.ofSeconds(60);

  /**
   * How long an upstream that failed is not asked for the same thing again. Added to the longest
   * pause of its breaker, this is well within the five seconds that a return may go unnoticed; when
   * all fails, it is the breaker that spares the upstream.
   */
  static final Duration FAILED = Duration.ofSeconds(1);

  Instant now() {
    return clock.instant();
  }

  boolean isUsable(CachedFact<T> known, Instant now) {
    return known.isUsable(now, kept);
  }

  CachedFact<T> found(T value, Optional<String> etag, Instant now) {
    return CachedFact.until(Optional.of(value), now, now.plus(fresh.apply(value)), etag);
  }

  /** The upstream says that nothing has changed. */
  CachedFact<T> confirmed(CachedFact<T> known, Instant now) {
    Duration time = known.value().map(fresh).orElse(MISSING);
    return CachedFact.until(known.value(), now, now.plus(time), known.etag());
  }

  CachedFact<T> missing(Instant now) {
    return CachedFact.until(Optional.empty(), now, now.plus(MISSING), Optional.empty());
  }

  /** How long a store shall keep it. */
  Duration keptFor(CachedFact<T> facts) {
    return facts.value().isPresent() ? kept : MISSING;
  }
}
