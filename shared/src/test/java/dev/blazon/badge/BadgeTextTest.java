package dev.blazon.badge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class BadgeTextTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("", ""),
        Arguments.of("  v1.2.3 ", "v1.2.3"),
        Arguments.of("a\tb\r\nc", "a b  c"),
        Arguments.of("\n", ""),
        Arguments.of("\u00a0x\ufeff", "x"),
        Arguments.of("a\u0000\u0007b\u007f\u0085c", "abc"),
        Arguments.of("a\ud83db\udc0dc", "abc"),
        Arguments.of("\ufffe\uffffz", "z"),
        Arguments.of("🐍 snake", "🐍 snake"),
        Arguments.of("שלום", "שלום"),
        Arguments.of("\u202eabc", "\u202eabc"),
        Arguments.of("x".repeat(256), "x".repeat(256)),
        Arguments.of("x".repeat(257), "x".repeat(255) + "…"),
        Arguments.of("🐍".repeat(257), "🐍".repeat(255) + "…"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void is_normalised_to_what_can_be_painted(String text, String normal) {
    assertEquals(normal, BadgeText.normalize(text));
  }

  @Test
  void clean_text_is_not_copied() {
    String text = "2.7 | 3.9 | 3.10";
    assertSame(text, BadgeText.normalize(text));
  }

  @Property
  void normalised_text_does_not_change_again(@ForAll String text) {
    String normal = BadgeText.normalize(text);
    assertEquals(normal, BadgeText.normalize(normal));
    assertTrue(normal.codePointCount(0, normal.length()) <= BadgeText.MAX_CHARACTERS);
  }
}
