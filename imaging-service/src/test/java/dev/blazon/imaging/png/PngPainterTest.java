package dev.blazon.imaging.png;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeColor;
import dev.blazon.badge.Style;
import dev.blazon.imaging.layout.BadgeLayout;
import dev.blazon.imaging.png.raster.LogoRaster;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PngPainterTest {

  private static final PngPainter PAINTER = new PngPainter();

  @ParameterizedTest
  @EnumSource(Style.class)
  void is_as_large_as_the_layout_at_every_scale(Style style) throws IOException {
    BadgeLayout layout = layout("python", "3.11", style);
    for (int scale = 1; scale <= Badge.MAX_SCALE; scale++) {
      BufferedImage image = read(PAINTER.paint(layout, Optional.empty(), scale));
      assertEquals(Math.round(layout.width() * scale), image.getWidth());
      assertEquals(layout.height() * scale, image.getHeight());
    }
  }

  @ParameterizedTest
  @CsvSource({"FLAT, 0", "PLASTIC, 0", "FLAT_SQUARE, 255", "FOR_THE_BADGE, 255"})
  void corners_are_transparent_where_they_are_round(Style style, int alpha) throws IOException {
    BufferedImage image = read(PAINTER.paint(layout("a", "b", style), Optional.empty(), 2));
    int right = image.getWidth() - 1;
    int bottom = image.getHeight() - 1;
    for (int corner :
        new int[] {
          image.getRGB(0, 0),
          image.getRGB(right, 0),
          image.getRGB(0, bottom),
          image.getRGB(right, bottom)
        }) {
      assertEquals(alpha, corner >>> 24);
    }
    assertEquals(255, image.getRGB(right / 2, bottom / 2) >>> 24);
  }

  @Test
  void a_translucent_colour_stays_translucent() throws IOException {
    BadgeColor half = BadgeColor.parse("#ff000080").orElseThrow();
    Badge badge = Badge.of("", "x", half).withStyle(Style.FLAT_SQUARE);
    BadgeLayout layout = BadgeLayout.of(badge, OptionalDouble.empty());
    assertEquals(0x80ff0000, read(PAINTER.paint(layout, Optional.empty(), 1)).getRGB(1, 1));
  }

  /** These bytes are independent of machine and fonts; they change only with the painting code. */
  @ParameterizedTest
  @CsvSource({
    "FLAT, 1, 6db6cc442d305278",
    "FLAT_SQUARE, 1, a0710ad7e68901b1",
    "PLASTIC, 2, 29532a30f903c7c4",
    "FOR_THE_BADGE, 1, 78c470066c96684d",
    "SOCIAL, 3, 3d05abb9db663155",
  })
  void paints_the_same_bytes_everywhere(Style style, int scale, String digest) throws Exception {
    byte[] png =
        PAINTER.paint(layout("config", "Überfluß 日本 مرحبا", style), Optional.empty(), scale);
    byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(png);
    assertEquals(digest, HexFormat.of().formatHex(sha256, 0, 8));
  }

  @Property(tries = 150)
  void any_text_can_be_painted(
      @ForAll String label,
      @ForAll String message,
      @ForAll Style style,
      @ForAll @IntRange(min = 1, max = 3) int scale)
      throws IOException {
    BadgeLayout layout = layout(label, message, style);
    BufferedImage image = read(PAINTER.paint(layout, Optional.empty(), scale));
    assertEquals(layout.height() * scale, image.getHeight());
  }

  /** At scale 3 a line is longer than deflate's window. */
  @Test
  void the_longest_text_can_be_painted() throws IOException {
    BadgeLayout layout = layout("W".repeat(256), "W".repeat(256), Style.FLAT);
    BufferedImage image = read(PAINTER.paint(layout, Optional.empty(), Badge.MAX_SCALE));
    assertEquals(layout.width() * Badge.MAX_SCALE, image.getWidth());
  }

  @ParameterizedTest
  @EnumSource(Style.class)
  void a_logo_is_painted_where_the_layout_has_it(Style style) throws IOException {
    Badge badge = Badge.of("a", "b", BadgeColor.BLUE).withStyle(style);
    BadgeLayout layout = BadgeLayout.of(badge, OptionalDouble.of(14));
    LogoRaster logo =
        new LogoRaster(14, 14, IntStream.generate(() -> 0xff00ff00).limit(196).toArray());
    BufferedImage image = read(PAINTER.paint(layout, Optional.of(logo), 1));
    int x = (int) layout.logo().orElseThrow().x();
    int y = (int) layout.logo().orElseThrow().y();
    assertTrue(isGreen(image.getRGB(x, y)));
    assertTrue(isGreen(image.getRGB(x + 13, y + 13)));
    assertFalse(isGreen(image.getRGB(x - 1, y)));
    assertFalse(isGreen(image.getRGB(x + 14, y + 13)));
  }

  @Test
  void a_logo_of_the_wrong_size_is_clipped() throws IOException {
    BadgeLayout layout = BadgeLayout.of(Badge.of("a", "b", BadgeColor.RED), OptionalDouble.of(14));
    LogoRaster logo = new LogoRaster(500, 500, new int[250_000]);
    assertEquals(20, read(PAINTER.paint(layout, Optional.of(logo), 1)).getHeight());
    assertThrows(IllegalArgumentException.class, () -> new LogoRaster(2, 2, new int[3]));
  }

  @Test
  void many_threads_paint_the_same() {
    PngPainter painter = new PngPainter();
    BadgeLayout layout = layout("threads", "παράλληλα ← many", Style.FLAT);
    byte[] expected = PAINTER.paint(layout, Optional.empty(), 2);
    List<byte[]> all =
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(i -> painter.paint(layout, Optional.empty(), 2))
            .toList();
    all.forEach(png -> assertArrayEquals(expected, png));
  }

  @Test
  void refuses_a_scale_out_of_range() {
    BadgeLayout layout = layout("a", "b", Style.FLAT);
    for (int scale : new int[] {0, 4}) {
      assertThrows(
          IllegalArgumentException.class, () -> PAINTER.paint(layout, Optional.empty(), scale));
    }
  }

  @Test
  void a_usual_badge_is_small() {
    int flat = PAINTER.paint(layout("build", "passing", Style.FLAT), Optional.empty(), 1).length;
    int square =
        PAINTER.paint(layout("build", "passing", Style.FLAT_SQUARE), Optional.empty(), 1).length;
    assertTrue(flat < 3200, () -> flat + " bytes");
    assertTrue(square < 1000, () -> square + " bytes");
  }

  /** The expected colour: social badges have a sheen over their logo. */
  private static boolean isGreen(int argb) {
    return ((argb >> 8) & 0xff) > 220 && ((argb >> 16) & 0xff) < 20 && (argb & 0xff) < 20;
  }

  private static BadgeLayout layout(String label, String message, Style style) {
    return BadgeLayout.of(
        Badge.of(label, message, BadgeColor.BLUE).withStyle(style), OptionalDouble.empty());
  }

  private static BufferedImage read(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }
}
