package dev.blazon.imaging.svg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.blazon.badge.Badge;
import dev.blazon.imaging.AnyBadge;
import dev.blazon.imaging.layout.BadgeLayout;
import dev.blazon.imaging.layout.LogoImage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.w3c.dom.Element;

final class SvgPropertiesTest {

  private final SvgPainter painter = new SvgPainter();

  @Provide
  Arbitrary<Badge> badges() {
    return AnyBadge.arbitrary();
  }

  @Property
  void any_text_gives_well_formed_xml_of_the_declared_size(
      @ForAll("badges") Badge badge, @ForAll @DoubleRange(min = 0, max = 200) double logoWidth) {
    Optional<LogoImage> logo =
        logoWidth == 0 ? Optional.empty() : Optional.of(new LogoImage("data:,", logoWidth));
    String text = new String(painter.paint(badge, logo), StandardCharsets.UTF_8);
    Element root = PaintedFacts.parse(text);
    BadgeLayout layout =
        BadgeLayout.of(
            badge, logoWidth == 0 ? OptionalDouble.empty() : OptionalDouble.of(logoWidth));
    assertEquals(
        badge.scale() * layout.width(), Double.parseDouble(root.getAttribute("width")), 0.001);
    assertEquals(badge.scale() * layout.height(), Double.parseDouble(root.getAttribute("height")));
    if (!layout.links().both()) {
      assertEquals(badge.accessibleText(), root.getAttribute("aria-label"));
    }
    // Extracting the facts fails for elements that no badge has, such as scripts.
    assertFalse(PaintedFacts.of(text).isEmpty());
  }

  @Property
  void the_svg_shows_the_text_of_the_layout(@ForAll("badges") Badge badge) {
    Element root =
        PaintedFacts.parse(
            new String(painter.paint(badge, Optional.empty()), StandardCharsets.UTF_8));
    BadgeLayout layout = BadgeLayout.of(badge, OptionalDouble.empty());
    int texts = root.getElementsByTagName("text").getLength();
    layout
        .message()
        .text()
        .ifPresent(
            message ->
                assertEquals(
                    message.text(),
                    root.getElementsByTagName("text").item(texts - 1).getTextContent()));
  }
}
