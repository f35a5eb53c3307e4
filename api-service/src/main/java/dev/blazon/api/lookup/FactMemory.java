package dev.blazon.api.lookup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.blazon.api.lookup.store.CachedFact;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/** The in-memory cache of one kind of facts, bounded by weight. Thread-safe. */
final class FactMemory<T> {

  private static final int MAX_FAILURES = 10_000;

  /** What one entry takes besides its facts, in bytes: key, entry and references. */
  private static final int OVERHEAD = 250;

  private final Cache<String, CachedFact<T>> facts;
  private final Cache<String, Answer<T>> failures;

  /**
   * @param maxBytes about what all entries may take
   * @param weight about what facts take, in bytes
   */
  FactMemory(long maxBytes, ToIntFunction<T> weight, Clock clock) {
    facts =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .<String, CachedFact<T>>weigher(
                (key, cached) ->
                    OVERHEAD + key.length() + cached.value().map(weight::applyAsInt).orElse(0))
            .build();
    failures =
        Caffeine.newBuilder()
            .maximumSize(MAX_FAILURES)
            .expireAfterWrite(Freshness.FAILED)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  Optional<CachedFact<T>> facts(String key) {
    return Optional.ofNullable(facts.getIfPresent(key));
  }

  void put(String key, CachedFact<T> cached) {
    facts.put(key, cached);
  }

  /** The failure of a look-up within the last {@link Freshness#FAILED}. */
  Optional<Answer<T>> failure(String key) {
    return Optional.ofNullable(failures.getIfPresent(key));
  }

  void putFailure(String key, Answer<T> failure) {
    failures.put(key, failure);
  }
}
