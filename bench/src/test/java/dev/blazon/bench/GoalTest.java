package dev.blazon.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.bench.Goal.Direction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GoalTest {

  @ParameterizedTest
  @CsvSource({
    "AT_LEAST, 50,    50,  met",
    "AT_LEAST, 61.2,  50,  met",
    "AT_LEAST, 40,    50,  **missed by 20 %**",
    "AT_LEAST, 49.99, 50,  **missed by 1 %**",
    "AT_MOST,  160,   160, met",
    "AT_MOST,  176,   160, **missed by 10 %**",
    "AT_MOST,  0,     0,   met",
    "AT_MOST,  3,     0,   **missed**",
  })
  void says_whether_it_was_met_or_by_how_much_it_was_missed(
      Direction direction, double measured, double aim, String verdict) {
    assertEquals(verdict, new Goal("speed", measured, aim, direction, "×").verdict());
  }

  @ParameterizedTest
  @CsvSource({"AT_LEAST, 10000, '≥ 10,000 req/s'", "AT_MOST, 0.7, ≤ 0.70 req/s"})
  void shows_its_target_with_sign_and_unit(Direction direction, double aim, String target) {
    assertEquals(target, new Goal("speed", 1, aim, direction, "req/s").targetText());
  }
}
