package dev.blazon.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** Without a fixed seed, two properties would hardly be tried with the same numbers. */
class FixedSeedTest {

  private static final List<Integer> FIRST = new ArrayList<>();
  private static final List<Integer> SECOND = new ArrayList<>();

  @Property(tries = 50)
  void one_property_is_tried(@ForAll int number) {
    FIRST.add(number);
  }

  @Property(tries = 50)
  void another_is_tried_with_the_same(@ForAll int number) {
    SECOND.add(number);
  }

  @AfterContainer
  static void the_cases_are_the_same() {
    assertEquals(FIRST, SECOND);
  }
}
