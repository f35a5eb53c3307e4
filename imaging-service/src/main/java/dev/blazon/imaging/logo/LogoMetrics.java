package dev.blazon.imaging.logo;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts hits and misses of the caches of logos and of their rasters. */
final class LogoMetrics {

  private final Counter answerHits;
  private final Counter answerMisses;
  private final Counter rasterHits;
  private final Counter rasterMisses;

  LogoMetrics(MeterRegistry registry) {
    answerHits = counter(registry, "answers", "hit");
    answerMisses = counter(registry, "answers", "miss");
    rasterHits = counter(registry, "rasters", "hit");
    rasterMisses = counter(registry, "rasters", "miss");
  }

  private static Counter counter(MeterRegistry registry, String cache, String result) {
    return Counter.builder("blazon.logos")
        .description("look-ups of logos, by cache and by hit or miss")
        .tag("cache", cache)
        .tag("result", result)
        .register(registry);
  }

  void answer(boolean known) {
    (known ? answerHits : answerMisses).increment();
  }

  void raster(boolean known) {
    (known ? rasterHits : rasterMisses).increment();
  }
}
