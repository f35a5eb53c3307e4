package dev.blazon.api.lookup.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Facts, or the knowledge that they do not exist, as they are cached.
 *
 * @param value the facts; empty: the upstream answered that they do not exist
 * @param fetchedAt when the upstream last confirmed this
 * @param freshUntil when they become stale
 * @param refetchAt when to fetch them again: later than {@code freshUntil} while the upstream is
 *     failing
 * @param etag the entity tag for the next request
 */
public record CachedFact<T>(
    Optional<T> value,
    Instant fetchedAt,
    Instant freshUntil,
    Instant refetchAt,
    Optional<String> etag) {

  public static <T> CachedFact<T> until(
      Optional<T> value, Instant fetchedAt, Instant freshUntil, Optional<String> etag) {
    return new CachedFact<>(value, fetchedAt, freshUntil, freshUntil, etag);
  }

  public boolean isFresh(Instant now) {
    return now.isBefore(freshUntil);
  }

  /**
   * Whether these facts may be shown: "does not exist" only while fresh, others for the whole
   * retention.
   */
  public boolean isUsable(Instant now, Duration retention) {
    return value.isPresent() ? now.isBefore(fetchedAt.plus(retention)) : isFresh(now);
  }

  public CachedFact<T> withRefetchAt(Instant next) {
    return new CachedFact<>(value, fetchedAt, freshUntil, next, etag);
  }
}
