package dev.blazon.api.lookup;

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
record Kept<T>(
    Optional<T> value,
    Instant fetchedAt,
    Instant freshUntil,
    Instant askAt,
    Optional<String> etag) {

  static <T> Kept<T> until(
      Optional<T> value, Instant fetchedAt, Instant freshUntil, Optional<String> etag) {
    return new Kept<>(value, fetchedAt, freshUntil, freshUntil, etag);
  }

  boolean isFresh(Instant now) {
    return now.isBefore(freshUntil);
  }

  /** Whether these facts may be shown: "no such thing" only while fresh, others much longer. */
  boolean isUsable(Instant now, Duration kept) {
    return value.isPresent() ? now.isBefore(fetchedAt.plus(kept)) : isFresh(now);
  }

  Kept<T> askedAgainAt(Instant next) {
    return new Kept<>(value, fetchedAt, freshUntil, next, etag);
  }

  Answer<T> answer(Instant now) {
    if (value.isEmpty()) {
      return new Answer.Missing<>();
    }
    // Clocks of two machines that share a store may differ a little.
    Duration age = now.isBefore(fetchedAt) ? Duration.ZERO : Duration.between(fetchedAt, now);
    return new Answer.Known<>(value.get(), age, !isFresh(now));
  }
}
