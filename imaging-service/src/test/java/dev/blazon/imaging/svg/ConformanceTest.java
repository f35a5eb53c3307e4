package dev.blazon.imaging.svg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.badge.Badge;
import dev.blazon.badge.Style;
import dev.blazon.corpus.Corpus;
import dev.blazon.imaging.BadgeMaker;
import dev.blazon.imaging.layout.LogoImage;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Compares our pictures with those of badge-maker 6.0.0, for generated badges. Their id suffix, if
 * any, is short: our SVG has one id more, so a long suffix needs more bytes than in badge-maker's.
 */
@Tag("processes")
final class ConformanceTest {

  private final SvgPainter painter = new SvgPainter();

  @Test
  void shows_what_badge_maker_shows_in_no_more_bytes() {
    List<GeneratedBadge> badges = GeneratedBadge.list();
    assertTrue(badges.size() >= 1_000, badges.size() + " badges");
    JsonArray options = new JsonArray();
    badges.forEach(generated -> options.add(generated.badgeMakerOptions()));
    List<String> theirs = BadgeMaker.render(options);
    for (int i = 0; i < badges.size(); i++) {
      GeneratedBadge generated = badges.get(i);
      String ours = paint(generated.badge(), generated.logo());
      String context = generated + "\nours:   " + ours + "\ntheirs: " + theirs.get(i) + "\n";
      assertEquals(
          String.join("\n", PaintedFacts.of(theirs.get(i))),
          String.join("\n", PaintedFacts.of(ours)),
          context);
      int most = bytes(theirs.get(i)) + savedByCapitals(generated.badge());
      assertTrue(bytes(ours) <= most, "more bytes: " + context);
    }
  }

  @Test
  void has_the_width_measured_with_badge_maker() {
    JsonArray measured = new JsonArray(Corpus.text("badge-layout-facts.json"));
    assertTrue(measured.size() > 100);
    for (int i = 0; i < measured.size(); i++) {
      JsonObject expected = measured.getJsonObject(i);
      String svg = paint(GeneratedBadge.plain(expected), Optional.empty());
      String facts = String.join("\n", PaintedFacts.of(svg));
      String size = "svg " + expected.getNumber("width") + " x " + expected.getNumber("height");
      assertTrue(facts.contains(size + "\n"), expected + "\n" + facts);
      for (Object length : expected.getJsonArray("textLengths")) {
        if (length.equals(10)) {
          continue; // An empty text, which our SVG omits.
        }
        String decimals = "textLength:" + ((Number) length).doubleValue() / 10;
        assertTrue(facts.contains(decimals), expected + "\n" + facts);
      }
      assertTrue(bytes(svg) <= expected.getInteger("bytes"), expected + "\n" + svg);
    }
  }

  /**
   * badge-maker also writes the accessible text in capitals, twice. Ours stays as given, because
   * screen readers spell capitals. So ours is longer if a letter takes more bytes than its capital,
   * such as the dotless i.
   */
  private static int savedByCapitals(Badge badge) {
    String name = badge.accessibleText();
    boolean capitals = badge.style() == Style.FOR_THE_BADGE;
    return capitals ? 2 * Math.max(0, bytes(name) - bytes(name.toUpperCase(Locale.ROOT))) : 0;
  }

  private String paint(Badge badge, Optional<LogoImage> logo) {
    return new String(painter.paint(badge, logo), StandardCharsets.UTF_8);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
