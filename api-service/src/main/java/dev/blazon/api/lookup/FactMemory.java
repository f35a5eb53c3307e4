package dev.blazon.api.lookup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.blazon.api.lookup.store.CachedFact;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/** The facts of one kind that this process remembers, bounded by weight. Thread-safe. */
final class FactMemory<T> {

  private static final int MAX_FAILURES = 10_000;

  /** Keys, entry, references: what one entry costs besides its facts. */
  private static final int OVERHEAD = 250;

  private final Cache<String, CachedFact<T>> facts;
  private final Cache<String, Answer<T>> failures;

  /**
   * @param maxBytes roughly
   * @param weight of facts, in bytes, roughly
   */
  FactMemory(long maxBytes, ToIntFunction<T> weight, Clock clock) {
    facts =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .<String, CachedFact<T>>weigher(
                (key, kept) ->
                    OVERHEAD + key.length() + kept.value().map(weight::applyAsInt).orElse(0))
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

  void keep(String key, CachedFact<T> kept) {
    facts.put(key, kept);
  }

  /** What could not be told a moment ago. */
  Optional<Answer<T>> failure(String key) {
    return Optional.ofNullable(failures.getIfPresent(key));
  }

  void keepFailure(String key, Answer<T> failure) {
    failures.put(key, failure);
  }
}
