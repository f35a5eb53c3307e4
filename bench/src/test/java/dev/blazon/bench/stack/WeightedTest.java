package dev.blazon.bench.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WeightedTest {

  @Test
  void picks_by_weight_and_never_an_item_without_weight() {
    Map<String, Integer> weights = Map.of("often", 7, "seldom", 3, "never", 0);
    Weighted<String> weighted = new Weighted<>(List.of("never", "often", "seldom"), weights::get);

    Map<String, Long> counts = counts(weighted);

    assertEquals(0.7, counts.get("often") / 1e5, 0.01);
    assertEquals(0.3, counts.get("seldom") / 1e5, 0.01);
    assertEquals(2, counts.size());
  }

  @Test
  void follows_zipfs_law() {
    Map<String, Long> counts = counts(Weighted.zipf(List.of("a", "b", "c")));

    assertEquals(6 / 11.0, counts.get("a") / 1e5, 0.01);
    assertEquals(3 / 11.0, counts.get("b") / 1e5, 0.01);
    assertEquals(2 / 11.0, counts.get("c") / 1e5, 0.01);
  }

  @Test
  void refuses_weights_that_are_all_zero() {
    assertThrows(
        IllegalArgumentException.class, () -> new Weighted<>(List.of("never"), never -> 0));
    assertThrows(IllegalArgumentException.class, () -> Weighted.zipf(List.of()));
  }

  private static Map<String, Long> counts(Weighted<String> weighted) {
    Random random = new Random(1);
    return Stream.generate(() -> weighted.pick(random))
        .limit(100_000)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }
}
