package dev.blazon.api.rendered;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CachePolicyTest {

  @Test
  void a_fact_is_cached_for_minutes_by_browsers_and_for_an_hour_by_shared_caches() {
    assertEquals(
        "public, max-age=300, s-maxage=3600, stale-while-revalidate=86400, stale-if-error=604800",
        CachePolicy.ofFact(OptionalLong.empty()));
  }

  @ParameterizedTest
  @CsvSource({"7200, 7200", "120, 120", "60, 60", "5, 60", "0, 60", "99999999, 604800"})
  void cache_seconds_are_bounded_by_a_minute_and_a_week(long requested, long given) {
    assertEquals(
        "public, max-age="
            + given
            + ", s-maxage="
            + given
            + ", stale-while-revalidate=86400, stale-if-error=604800",
        CachePolicy.ofFact(OptionalLong.of(requested)));
  }
}
