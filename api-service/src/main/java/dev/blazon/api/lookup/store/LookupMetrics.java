package dev.blazon.api.lookup.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Counts hits, stale hits and misses of one kind of facts in each tier of the caches. */
public final class LookupMetrics {

  /** The counter of look-ups, tagged with {@link #FACTS}, {@link #TIER} and {@link #RESULT}. */
  public static final String LOOKUPS = "blazon.lookup";

  /** The tag for the kind of facts. */
  public static final String FACTS = "facts";

  /** The tag for a {@link Tier}. */
  public static final String TIER = "tier";

  /** The tag for a {@link Result}. */
  public static final String RESULT = "result";

  /** The caches, in the order in which they are read. */
  public enum Tier {
    MEMORY,
    REDIS;

    /** The value of the tag. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What was found in a cache. */
  public enum Result {
    HIT,
    STALE,
    MISS,

    /** Something was there, but not facts that Blazon wrote. */
    REJECTED;

    /** The value of the tag. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Map<Tier, Map<Result, Counter>> counters = new EnumMap<>(Tier.class);

  /**
   * @param facts the kind: {@code project}, {@code downloads}, {@code endpoint}
   * @param store the tier of their store; empty: there is only the memory
   */
  public LookupMetrics(MeterRegistry registry, String facts, Optional<Tier> store) {
    List<Tier> tiers = store.map(one -> List.of(Tier.MEMORY, one)).orElse(List.of(Tier.MEMORY));
    for (Tier tier : tiers) {
      Map<Result, Counter> results = new EnumMap<>(Result.class);
      for (Result result : Result.values()) {
        results.put(
            result,
            Counter.builder(LOOKUPS)
                .description("Look-ups in a tier of the caches, by what was found there")
                .tag(FACTS, facts)
                .tag(TIER, tier.word())
                .tag(RESULT, result.word())
                .register(registry));
      }
      counters.put(tier, results);
    }
  }

  public void count(Tier tier, Result result) {
    counters.get(tier).get(result).increment();
  }
}
