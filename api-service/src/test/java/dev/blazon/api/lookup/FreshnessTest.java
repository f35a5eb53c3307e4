package dev.blazon.api.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.api.lookup.store.CachedFact;
import dev.blazon.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreshnessTest {

  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final Duration RETENTION = Duration.ofDays(7);

  private final MutableClock clock = new MutableClock();
  private final Freshness<String> freshness =
      new Freshness<>(clock, Duration.ofSeconds(2), fact -> FRESH, RETENTION);

  @Test
  void stored_facts_keep_their_times() {
    Instant fetched = clock.instant().minus(Duration.ofHours(1));
    CachedFact<String> stored =
        CachedFact.until(Optional.of("x"), fetched, fetched.plus(FRESH), Optional.empty());
    assertEquals(stored, freshness.bounded(stored, clock.instant()));
  }

  /** Somebody wrote facts that would never be fetched again. */
  @ParameterizedTest
  @ValueSource(longs = {60 * 60 * 1_000L, 1_000L * 365 * 86_400 * 1_000, Long.MAX_VALUE / 2})
  void stored_facts_from_the_future_are_as_fresh_as_those_of_now(long milliseconds) {
    Instant now = clock.instant();
    Instant future = now.plusMillis(milliseconds);
    for (Optional<String> value : List.of(Optional.of("x"), Optional.<String>empty())) {
      CachedFact<String> bounded =
          freshness.bounded(CachedFact.until(value, future, future, Optional.empty()), now);
      assertEquals(now, bounded.fetchedAt());
      assertEquals(now.plus(value.isPresent() ? FRESH : Freshness.MISSING), bounded.freshUntil());
      assertEquals(bounded.freshUntil(), bounded.refetchAt());
      clock.advance(RETENTION);
      assertEquals(false, freshness.isUsable(bounded, clock.instant()));
      clock.advance(RETENTION.negated());
    }
  }
}
