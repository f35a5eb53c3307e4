package dev.blazon.imaging.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeColor;
import dev.blazon.badge.Style;
import dev.blazon.badge.Trend;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BadgeLayoutTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "pypi;   v1.2.3;          flat;          78;     20; 23;   35",
        "pypi;   v1.2.3;          flat-square;   78;     20; 23;   35",
        "pypi;   v1.2.3;          plastic;       78;     18; 23;   35",
        "pypi;   v1.2.3;          for-the-badge; 118.5;  28; 27;   43.5",
        "pypi;   v1.2.3;          social;        79;     20; 23;   31",
        "python; 2.7 | 3.9 | 3.10; flat;         146;    20; 39;   87",
        "python; missing;         for-the-badge; 156.25; 28; 48.5; 59.75",
      })
  void is_as_wide_as_badge_maker(
      String label,
      String message,
      String style,
      double width,
      int height,
      double labelLength,
      double messageLength) {
    BadgeLayout layout = layOut(label, message, Style.of(style).orElseThrow());
    assertEquals(width, layout.width());
    assertEquals(height, layout.height());
    assertEquals(labelLength, layout.label().text().orElseThrow().length());
    assertEquals(messageLength, layout.message().text().orElseThrow().length());
  }

  @ParameterizedTest
  @CsvSource({
    "flat,          41, 5,  5,  15",
    "flat-square,   41, 5,  5,  15",
    "plastic,       41, 5,  4,  14",
    "for-the-badge, 44, 12, 9,  19",
    "social,        41, 4,  5,  15",
  })
  void a_line_widens_the_message_and_moves_no_text(
      String style, double wider, double padding, double top, double bottom) {
    Badge plain =
        Badge.of("downloads", "5/month", BadgeColor.BLUE).withStyle(Style.of(style).orElseThrow());
    BadgeLayout without = BadgeLayout.of(plain, OptionalDouble.empty());
    BadgeLayout with = BadgeLayout.of(withLine(plain, 0, 40, 100), OptionalDouble.empty());
    TrendLine line = with.trend().orElseThrow();

    assertEquals(without.label(), with.label());
    assertEquals(without.message().text(), with.message().text());
    assertEquals(without.message().box().width() + wider, with.message().box().width());
    assertEquals(without.width() + wider, with.width());
    assertEquals(
        with.message().box().x() + with.message().box().width() - padding, line.x(2), 1e-9);
    assertEquals(TrendLine.WIDTH, line.x(2) - line.x(0), 1e-9);
    assertEquals(List.of(bottom, bottom - 4, top), List.of(line.y(0), line.y(1), line.y(2)));
    assertEquals(with.message().text().orElseThrow().ink(), line.ink());
  }

  private static Badge withLine(Badge plain, Integer... heights) {
    return new Badge(
        plain.label(),
        plain.message(),
        plain.color(),
        plain.labelColor(),
        plain.style(),
        plain.logo(),
        plain.links(),
        plain.idSuffix(),
        plain.scale(),
        Optional.of(new Trend(List.of(heights))));
  }

  @Test
  void a_badge_without_label_has_no_left_half() {
    BadgeLayout layout = layOut("", "yes", Style.FLAT);
    assertTrue(layout.label().box().isEmpty());
    assertTrue(layout.label().text().isEmpty());
    assertEquals(layout.width(), layout.message().box().width());
  }

  @Test
  void for_the_badge_is_upper_case_and_social_is_capitalised() {
    assertEquals(
        "PYPI", layOut("pypi", "x", Style.FOR_THE_BADGE).label().text().orElseThrow().text());
    assertEquals("Pypi", layOut("pypi", "x", Style.SOCIAL).label().text().orElseThrow().text());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void a_logo_needs_a_width(double width) {
    Badge badge = Badge.of("a", "b", BadgeColor.BLUE);
    OptionalDouble logoWidth = OptionalDouble.of(width);
    assertThrows(IllegalArgumentException.class, () -> BadgeLayout.of(badge, logoWidth));
  }

  private static BadgeLayout layOut(String label, String message, Style style) {
    return BadgeLayout.of(
        Badge.of(label, message, BadgeColor.BLUE).withStyle(style), OptionalDouble.empty());
  }
}
