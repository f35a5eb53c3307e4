package dev.blazon.api.pypi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "1.0",
        "v1.0",
        "1!2.0",
        " 1.0 ",
        "1.0a",
        "1.0a1",
        "1.0.alpha-1",
        "1.0_beta.2",
        "1.0c3",
        "1.0preview4",
        "1.0-pre",
        "1.0rc1",
        "1.0-1",
        "1.0.post",
        "1.0rev3",
        "1.0-r4",
        "1.0.dev",
        "1.0dev5",
        "1.0a1.post2.dev3+local.4",
        "1.0+ubuntu-1_x",
        "1.0a-",
        "1.0a--1",
        "1.0RC1",
        "2004.07.00000000000000000000000000001"
      })
  void is_valid(String text) {
    assertTrue(Version.parse(text).isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "v",
        "1.",
        ".1",
        "1..0",
        "1!",
        "1.0+",
        "1.0+a..b",
        "1.0+é",
        "2004d",
        "1.0.0-final",
        "1.5.7.",
        "0.5.2.5.g5b3e942",
        "1.0 a",
        "1.0-1-1",
        "1.0.devx",
        "١.٠",
        "1.0+a+b"
      })
  void is_not_valid(String text) {
    assertTrue(Version.parse(text).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, false",
    "1.0.post1, false",
    "1.0+local, false",
    "1.0a1, true",
    "1.0b1, true",
    "1.0rc1, true",
    "1.0.dev1, true",
    "1.0.post1.dev1, true",
  })
  void says_whether_it_is_a_prerelease(String text, boolean prerelease) {
    assertEquals(prerelease, Version.parse(text).orElseThrow().isPrerelease());
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, 1.0.0",
    "1.0, v1",
    "1.0a1, 1.0-ALPHA.01",
    "1.0rc1, 1.0c1",
    "1.0.post1, 1.0-1",
    "1.0.post0, 1.0.r",
    "0!1, 1",
    "1.0+a.1, 1.0+A_01",
  })
  void is_equal_however_it_is_written(String one, String other) {
    assertEquals(Version.parse(one).orElseThrow(), Version.parse(other).orElseThrow());
    assertEquals(
        Version.parse(one).orElseThrow().hashCode(), Version.parse(other).orElseThrow().hashCode());
  }

  /** The order of PEP 440's own examples, with more around them. */
  @Test
  void is_ordered_as_the_pep_rules() {
    List<String> ordered =
        List.of(
            "0.9",
            "1.0.dev456",
            "1.0a1.dev1",
            "1.0a1",
            "1.0a2.dev456",
            "1.0a12.dev456",
            "1.0a12",
            "1.0b1.dev456",
            "1.0b2",
            "1.0b2.post345.dev456",
            "1.0b2.post345",
            "1.0rc1.dev456",
            "1.0rc1",
            "1.0",
            "1.0+abc.5",
            "1.0+abc.7",
            "1.0+5",
            "1.0.post456.dev34",
            "1.0.post456",
            "1.0.15",
            "1.1.dev1",
            "1.2",
            "1.10",
            "2026.1",
            "1!0.1");
    for (int i = 1; i < ordered.size(); i++) {
      Version earlier = Version.parse(ordered.get(i - 1)).orElseThrow();
      Version later = Version.parse(ordered.get(i)).orElseThrow();
      assertTrue(earlier.compareTo(later) < 0, ordered.get(i - 1) + " < " + ordered.get(i));
      assertTrue(later.compareTo(earlier) > 0, ordered.get(i) + " > " + ordered.get(i - 1));
    }
  }

  @Test
  void legacy_versions_come_before_all_valid_ones_and_are_ordered_naturally() {
    List<String> versions = new ArrayList<>(List.of("2010d", "0.1", "2004e", "2004d", "200d"));
    versions.sort(VersionOrder.OLDEST_FIRST);
    assertEquals(List.of("200d", "2004d", "2004e", "2010d", "0.1"), versions);
  }

  @Property(tries = 500)
  void the_order_is_total(
      @ForAll("versions") String a, @ForAll("versions") String b, @ForAll("versions") String c) {
    VersionOrder order = VersionOrder.OLDEST_FIRST;
    assertEquals(Integer.signum(order.compare(a, b)), -Integer.signum(order.compare(b, a)));
    if (order.compare(a, b) <= 0 && order.compare(b, c) <= 0) {
      assertTrue(order.compare(a, c) <= 0);
    }
    if (order.compare(a, b) == 0) {
      assertEquals(Integer.signum(order.compare(a, c)), Integer.signum(order.compare(b, c)));
    }
  }

  @Property(tries = 500)
  void any_text_is_parsed_without_an_error(@ForAll String text) {
    Version.parse(text);
  }

  @Provide
  Arbitrary<String> versions() {
    Arbitrary<String> release =
        Arbitraries.of("0", "1", "1.0", "1.1", "1.0.1", "1!1", "x", "2004d");
    Arbitrary<String> pre = Arbitraries.of("", "a", "a1", "b2", "rc1", "-final");
    Arbitrary<String> post = Arbitraries.of("", ".post", "-1", ".post2");
    Arbitrary<String> dev = Arbitraries.of("", ".dev", ".dev1");
    Arbitrary<String> local = Arbitraries.of("", "+1", "+a", "+a.1", "+01");
    return Combinators.combine(release, pre, post, dev, local)
        .as((a, b, c, d, e) -> a + b + c + d + e);
  }
}
