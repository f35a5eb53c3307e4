package dev.blazon.imaging.logo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.badge.BadgeColor;
import dev.blazon.badge.Logo;
import dev.blazon.badge.Style;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.batik.transcoder.TranscoderException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IconPathTest {

  /** Every fiftieth icon is enough: their paths contain all commands of SVG. */
  private static final int STEP = 50;

  /** The tolerance, of 255, for rounding at the edge of a sample. */
  private static final int NO_MORE_THAN_ROUNDING = 4;

  private static ReadyLogo.Outline icon(String name, boolean auto, Optional<BadgeColor> color)
      throws LogoException {
    Logo logo = new Logo(name, color, auto, OptionalInt.empty());
    return (ReadyLogo.Outline) NamedLogos.read(logo, Style.FLAT);
  }

  @ParameterizedTest
  @CsvSource({"14, 14, false", "28, 28, false", "42, 42, false", "60, 28, true", "40, 14, false"})
  void an_icon_looks_like_its_svg_painted_by_batik(int width, int height, boolean auto)
      throws LogoException, TranscoderException {
    List<String> slugs = NamedLogos.slugs();
    for (int i = 0; i < slugs.size(); i += STEP) {
      ReadyLogo.Outline icon = icon(slugs.get(i), auto, Optional.empty());
      BufferedImage expected = ShapesTranscoder.paint(icon.svg(), width, height);
      LogoPixels painted = IconPath.paint(icon, width, height);
      for (int at = 0; at < width * height; at++) {
        int alpha = expected.getRGB(at % width, at / width) >>> 24;
        assertEquals(
            alpha, painted.argb()[at] >>> 24, NO_MORE_THAN_ROUNDING, slugs.get(i) + " at " + at);
      }
    }
  }

  @Test
  void an_icon_s_colour_may_be_translucent() throws LogoException {
    Optional<BadgeColor> half = BadgeColor.parse("#ff000080");

    LogoPixels painted = IconPath.paint(icon("github", false, half), 14, 14);

    assertEquals(0x80ff0000, painted.argb()[7 * 14 + 1], "inside");
    assertEquals(0, painted.argb()[0], "outside");
  }

  @Test
  void a_cropped_icon_fills_its_frame() throws LogoException {
    LogoPixels painted = IconPath.paint(icon("intel", true, Optional.empty()), 70, 28);

    int[] argb = painted.argb();
    boolean left = false;
    boolean right = false;
    for (int row = 0; row < 28; row++) {
      left |= argb[row * 70] >>> 24 > 0;
      right |= argb[row * 70 + 69] >>> 24 > 0;
    }
    assertTrue(left && right);
  }
}
