package dev.blazon.api.lookup;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts how one kind of facts was found in each tier. */
final class LookupMetrics {

  enum Tier {
    MEMORY,
    STORE
  }

  enum Result {
    HIT,
    STALE,
    MISS
  }

  private final Map<Tier, Map<Result, Counter>> counters = new EnumMap<>(Tier.class);

  /**
   * @param facts the kind: {@code project}, {@code downloads}, {@code total}, {@code endpoint}
   */
  LookupMetrics(MeterRegistry registry, String facts) {
    for (Tier tier : Tier.values()) {
      Map<Result, Counter> results = new EnumMap<>(Result.class);
      for (Result result : Result.values()) {
        results.put(
            result,
            Counter.builder("blazon.lookup")
                .description("Look-ups in a tier of the caches, by what was found there")
                .tag("facts", facts)
                .tag("tier", tier.name().toLowerCase(Locale.ROOT))
                .tag("result", result.name().toLowerCase(Locale.ROOT))
                .register(registry));
      }
      counters.put(tier, results);
    }
  }

  void count(Tier tier, Result result) {
    counters.get(tier).get(result).increment();
  }
}
