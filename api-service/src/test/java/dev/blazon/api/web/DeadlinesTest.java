package dev.blazon.api.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {

  private static final Deadlines DEADLINES = new Deadlines(Duration.ofMillis(800));

  @Test
  void leave_time_to_paint_when_the_facts_are_late() {
    assertEquals(Duration.ofMillis(700), DEADLINES.facts());
  }

  @ParameterizedTest
  @CsvSource({"0, 800", "300, 500", "700, 100", "790, 100", "9000, 100"})
  void give_painting_all_the_time_that_is_left(long spent, long left) {
    assertEquals(Duration.ofMillis(left), DEADLINES.painting(Duration.ofMillis(spent)));
  }
}
