package dev.blazon.bench.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StackPaceTest {

  @Test
  void soaks_for_ten_minutes_or_for_the_given_time() {
    assertEquals(Duration.ofMinutes(10), StackPace.of(List.of()).soak());
    assertEquals(Duration.ofMinutes(60), StackPace.of(List.of("--minutes", "60")).soak());
    assertTrue(StackPace.of(List.of("--quick")).rough());
    StackPace both = StackPace.of(List.of("--quick", "--minutes", "2"));
    assertEquals(Duration.ofMinutes(2), both.soak());
    assertTrue(both.rough());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--hours", "--minutes", "--minutes 0", "--minutes ten", "--minutes 9999"})
  void refuses_invalid_options(String options) {
    assertThrows(IllegalArgumentException.class, () -> StackPace.of(List.of(options.split(" "))));
  }
}
