package dev.blazon.imaging.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.badge.Badge;
import dev.blazon.badge.Style;
import dev.blazon.imaging.AnyBadge;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

final class LayoutPropertiesTest {

  @Provide
  Arbitrary<Badge> badges() {
    return AnyBadge.arbitrary();
  }

  @Property
  void everything_is_inside_the_badge(
      @ForAll("badges") Badge badge, @ForAll @DoubleRange(min = 0, max = 200) double logoWidth) {
    BadgeLayout layout =
        BadgeLayout.of(
            badge, logoWidth == 0 ? OptionalDouble.empty() : OptionalDouble.of(logoWidth));
    assertTrue(layout.width() > 0 && layout.height() > 0);
    Stream.of(layout.label().box(), layout.message().box())
        .forEach(box -> assertInside(layout, box.x(), box.y(), box.width(), box.height()));
    layout
        .logo()
        .ifPresent(box -> assertInside(layout, box.x(), box.y(), box.width(), box.height()));
    Stream.of(layout.label(), layout.message())
        .flatMap(half -> half.text().stream())
        .forEach(text -> assertInside(layout, text));
    layout.trend().ifPresent(line -> assertBetweenTextAndEdge(layout, line));
  }

  private static void assertBetweenTextAndEdge(BadgeLayout layout, TrendLine line) {
    PlacedText text = layout.message().text().orElseThrow();
    Box half = layout.message().box();
    for (int i = 0; i < line.points(); i++) {
      double x = line.x(i);
      assertTrue(x > text.centerX() + text.length() / 2, layout.toString());
      assertTrue(x < half.x() + half.width() - TrendLine.THICKNESS / 2, layout.toString());
      assertTrue(line.y(i) > half.y() + TrendLine.THICKNESS / 2, layout.toString());
      assertTrue(line.y(i) <= line.bottom(), layout.toString());
    }
    assertTrue(line.bottom() < half.y() + half.height() - TrendLine.THICKNESS / 2);
  }

  @Property
  void the_halves_fill_the_badge(@ForAll("badges") Badge badge) {
    BadgeLayout layout = BadgeLayout.of(badge, OptionalDouble.empty());
    if (badge.style() != Style.SOCIAL) {
      assertEquals(layout.label().box().width(), layout.message().box().x());
      assertEquals(
          layout.width(), layout.label().box().width() + layout.message().box().width(), 1e-9);
    }
  }

  private static void assertInside(BadgeLayout layout, PlacedText text) {
    assertTrue(text.length() >= 0 && !text.text().isEmpty(), text.toString());
    assertInside(layout, text.centerX() - text.length() / 2, text.baseline(), text.length(), 0);
  }

  private static void assertInside(
      BadgeLayout layout, double x, double y, double width, double height) {
    assertTrue(
        x >= 0 && y >= 0 && width >= 0 && x + width <= layout.width() + 1e-9, layout.toString());
    assertTrue(y + height <= layout.height(), layout.toString());
  }
}
