package dev.blazon.api.lookup;

import dev.blazon.api.lookup.store.CachedFact;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rules of how long facts are fresh, and how long they are used when the upstream fails.
 *
 * @param clock the current time
 * @param deadline the longest time a reader waits for an answer
 * @param fresh how long the given facts are fresh
 * @param retention how long facts are usable, counted from when they were fetched
 */
record Freshness<T>(
    Clock clock, Duration deadline, Function<T, Duration> fresh, Duration retention) {

  /** How long "does not exist" is cached: a project may be published at any minute. */
  static final Duration MISSING = Duration.ofSeconds(60);

  /**
   * How long a failed key is not fetched again. Together with the longest pause of the upstream's
   * breaker this stays well within the five seconds in which a recovery must be noticed. When
   * everything fails, it is the breaker that spares the upstream.
   */
  static final Duration FAILED = Duration.ofSeconds(1);

  Instant now() {
    return clock.instant();
  }

  boolean isUsable(CachedFact<T> known, Instant now) {
    return known.isUsable(now, retention);
  }

  /**
   * Facts from a store, which may be wrong about their times: they are fresh for as long as facts
   * that are found now, and facts from the future are as old as those.
   */
  CachedFact<T> bounded(CachedFact<T> stored, Instant now) {
    Instant latest = now.plus(stored.value().map(fresh).orElse(MISSING));
    Instant freshUntil = stored.freshUntil().isAfter(latest) ? latest : stored.freshUntil();
    Instant fetchedAt = stored.fetchedAt().isAfter(now) ? now : stored.fetchedAt();
    return CachedFact.until(stored.value(), fetchedAt, freshUntil, stored.etag());
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

  /** How long a store keeps these facts. */
  Duration timeToLive(CachedFact<T> facts) {
    return facts.value().isPresent() ? retention : MISSING;
  }
}
