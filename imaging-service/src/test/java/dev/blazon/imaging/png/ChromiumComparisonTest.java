package dev.blazon.imaging.png;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.badge.Badge;
import dev.blazon.badge.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our PNG against our SVG in a real Chromium, with the same font. */
@Tag("processes")
class ChromiumComparisonTest {

  private static final int SCALE = 2;
  private static final double EACH = 0.98;
  private static final double MEDIAN = 0.99;

  @Test
  void looks_like_the_svg_in_chromium() throws Exception {
    List<Comparison> comparisons = Comparison.of(SampleBadges.all(), Optional.empty(), SCALE);
    double[] similarities = new double[comparisons.size()];
    for (int i = 0; i < similarities.length; i++) {
      similarities[i] = assertSimilar(comparisons.get(i));
    }
    Arrays.sort(similarities);
    double median = similarities[similarities.length / 2];
    assertTrue(median >= MEDIAN, () -> "median similarity " + median);
  }

  @Test
  void looks_like_the_svg_in_chromium_with_a_logo() throws Exception {
    List<Badge> badges = new ArrayList<>();
    for (Style style : Style.values()) {
      badges.add(SampleBadges.badge("python|3.9 | 3.10|blue|", style, badges.size()));
      badges.add(SampleBadges.badge("|logo and message|#ffe|", style, badges.size()));
    }
    for (Comparison c : Comparison.of(badges, Optional.of(SampleLogo.ofScale(SCALE)), SCALE)) {
      assertSimilar(c);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void looks_like_the_svg_in_chromium_with_a_line_after_the_message(int scale) throws Exception {
    for (Comparison c : Comparison.of(SampleBadges.withTrend(), Optional.empty(), scale)) {
      assertSimilar(c);
    }
  }

  private static double assertSimilar(Comparison c) {
    double similarity = Ssim.of(c.chromium(), c.ours());
    assertTrue(
        similarity >= EACH,
        () -> c.badge().style() + " " + c.badge().accessibleText() + ": " + similarity);
    return similarity;
  }
}
