package dev.blazon.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.badge.Badge;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class SamplesTest {

  @Test
  void are_all_distinct_and_the_same_every_time() {
    assertEquals(
        Samples.COUNT,
        Samples.badges().stream().map(Badge::message).collect(Collectors.toSet()).size());
    assertEquals(Samples.badges(), Samples.badges());
  }
}
