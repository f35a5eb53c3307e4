package dev.blazon;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The JVMs of tests without the tag {@code processes} start no other process, as the parent POM has
 * it: so no test that needs Redis, Chromium or another program gets among the quick ones.
 */
final class NoProcessWithoutTagTest {

  @Test
  @EnabledIfSystemProperty(named = "basedir", matches = ".+", disabledReason = "not under Maven")
  void a_test_that_starts_a_process_without_the_tag_fails() {
    assertThrows(Error.class, () -> new ProcessBuilder("true").start());
  }
}
