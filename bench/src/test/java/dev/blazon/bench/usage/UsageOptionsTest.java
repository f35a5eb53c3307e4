package dev.blazon.bench.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class UsageOptionsTest {

  @Test
  void options_are_read() {
    assertEquals(1_000_000, UsageOptions.of(List.of()).reports());
    assertTrue(UsageOptions.of(List.of("--quick")).rough());
    assertThrows(IllegalArgumentException.class, () -> UsageOptions.of(List.of("--fast")));
  }
}
