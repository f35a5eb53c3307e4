package dev.blazon.api.lookup.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Counts how one kind of facts was found in each tier. */
public final class LookupMetrics {

  /** In the order of asking. */
  public enum Tier {
    MEMORY,
    REDIS,
    FILES
  }

  public enum Result {
    HIT,
    STALE,
    MISS
  }

  private final Map<Tier, Map<Result, Counter>> counters = new EnumMap<>(Tier.class);

  /**
   * @param facts the kind: {@code project}, {@code downloads}, {@code total}, {@code endpoint}
   * @param store where they are kept beyond memory, if anywhere
   */
  public LookupMetrics(MeterRegistry registry, String facts, Optional<Tier> store) {
    List<Tier> tiers = store.map(one -> List.of(Tier.MEMORY, one)).orElse(List.of(Tier.MEMORY));
    for (Tier tier : tiers) {
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

  public void count(Tier tier, Result result) {
    counters.get(tier).get(result).increment();
  }
}
