package dev.blazon.bench.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class CountersTest {

  private static final String METRICS =
      """
      # HELP blazon_lookup_total Look-ups in a tier of the caches, by what was found there
      # TYPE blazon_lookup_total counter
      blazon_lookup_total{facts="project",result="hit",tier="memory"} 30.0
      blazon_lookup_total{facts="downloads",result="hit",tier="memory"} 4.0
      blazon_lookup_total{facts="project",result="miss",tier="memory"} 1.2E3
      blazon_lookup_totally_different{result="hit",tier="memory"} 99.0
      jvm_threads 7
      odd NaN
      """;

  @Test
  void adds_up_the_series_of_a_metric_that_have_all_tags() {
    Counters metrics = Counters.ofMetrics(METRICS);

    assertEquals(34, metrics.sum("blazon_lookup_total", "tier=\"memory\"", "result=\"hit\""), 1e-9);
    assertEquals(1234, metrics.sum("blazon_lookup_total"), 1e-9);
    assertEquals(7, metrics.sum("jvm_threads"), 1e-9);
    assertEquals(0, metrics.sum("blazon_rendered_total"), 1e-9);
  }

  @Test
  void reads_varnishstat() {
    Counters varnish =
        Counters.ofVarnish(
            """
            MGT.uptime               12         1.00 Management process uptime
            MAIN.cache_hit         1000        83.33 Cache hits
            MAIN.n_lru_nuked          0          .   Number of LRU nuked objects
            """);

    assertEquals(1000, varnish.sum("MAIN.cache_hit"), 1e-9);
    assertEquals(0, varnish.sum("MAIN.n_lru_nuked"), 1e-9);
  }

  @Test
  void adds_nodes_up_and_gives_the_increase_since() {
    Counters one = Counters.ofMetrics(METRICS);
    Counters both = one.plus(Counters.ofMetrics("jvm_threads 5\nother 1\n"));

    assertEquals(12, both.sum("jvm_threads"), 1e-9);
    assertEquals(5, both.since(one).sum("jvm_threads"), 1e-9);
    assertEquals(1, both.since(one).sum("other"), 1e-9);
  }
}
