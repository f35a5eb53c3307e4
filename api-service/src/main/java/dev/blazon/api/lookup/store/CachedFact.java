package dev.blazon.api.lookup.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Facts as they are kept.
 *
 * @param value empty: the upstream said that there is no such thing
 * @param fetchedAt when the upstream last said so
 * @param freshUntil when they begin to be stale
 * @param askAt when to ask the upstream again: later than {@code freshUntil} while it cannot tell
 * @param etag to ask again with
 */
public record CachedFact<T>(
    Optional<T> value,
    Instant fetchedAt,
    Instant freshUntil,
    Instant askAt,
    Optional<String> etag) {

  public static <T> CachedFact<T> until(
      Optional<T> value, Instant fetchedAt, Instant freshUntil, Optional<String> etag) {
    return new CachedFact<>(value, fetchedAt, freshUntil, freshUntil, etag);
  }

  public boolean isFresh(Instant now) {
    return now.isBefore(freshUntil);
  }

  /** Whether these facts may be shown: "no such thing" only while fresh, others much longer. */
  public boolean isUsable(Instant now, Duration kept) {
    return value.isPresent() ? now.isBefore(fetchedAt.plus(kept)) : isFresh(now);
  }

  public CachedFact<T> askedAgainAt(Instant next) {
    return new CachedFact<>(value, fetchedAt, freshUntil, next, etag);
  }
}
