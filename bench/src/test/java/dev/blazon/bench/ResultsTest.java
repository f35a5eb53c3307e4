package dev.blazon.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.bench.Goal.Direction;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ResultsTest {

  @Test
  void puts_the_goals_first_and_what_failed_after_them() {
    Results results = new Results("# Benchmarks", "Measured somewhere.");
    results.section("Painting", "On one core.");
    results.table(List.of(List.of("painter", "pictures/s"), List.of("Blazon", "2,000,000")));
    results.goal(new Goal("SVG", 3, 2, Direction.AT_LEAST, "×"));
    results.failure("HTTP", new IOException("no wrk"));

    assertEquals(
        """
        # Benchmarks

        Measured somewhere.

        ## Goals

        | | measured | goal | |
        | --- | --- | --- | --- |
        | SVG | 3 × | ≥ 2 × | met |

        ## Not measured in this run

        * HTTP: java.io.IOException: no wrk

        ## Painting

        On one core.

        | painter | pictures/s |
        | --- | --- |
        | Blazon | 2,000,000 |
        """,
        results.markdown());
    assertFalse(results.complete());
  }

  @Test
  void is_complete_when_nothing_failed() {
    assertTrue(new Results("# Benchmarks", "").complete());
  }

  @Test
  void heads_its_sections_one_level_below_its_title() {
    Results results = new Results("## The stack", "Measured somewhere.");
    results.section("Soak", "Ten minutes.");

    assertEquals(
        "## The stack\n\nMeasured somewhere.\n\n### Soak\n\nTen minutes.\n", results.markdown());
  }
}
