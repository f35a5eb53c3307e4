package dev.blazon.imaging.png.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.imaging.png.raster.Canvas;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PngEncoderTest {

  /** The offset of the colour type in IHDR, after signature, frame, width, height, and depth. */
  private static final int COLOR_TYPE_AT = 25;

  private final PngEncoder encoder = new PngEncoder();

  @Property(tries = 300)
  void any_pixels_survive(
      @ForAll @IntRange(min = 1, max = 150) int width,
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll @IntRange(min = 1, max = 600) int colors,
      @ForAll @IntRange(min = 1, max = 60) int run,
      @ForAll long seed)
      throws IOException {
    Canvas canvas = noise(width, height, colors, run, seed);
    assertSurvives(canvas);
  }

  @ParameterizedTest
  @CsvSource({"1, 3", "2, 3", "255, 3", "256, 3", "257, 6", "3000, 6"})
  void a_palette_is_used_where_256_colours_are_enough(int colors, int colorType)
      throws IOException {
    Canvas canvas = new Canvas();
    canvas.reset(100, 40);
    for (int i = 0; i < 4000; i++) {
      canvas.pixels()[i] = 0xff000000 | (i % colors * 4099);
    }
    assertEquals(colorType, encoder.encode(canvas)[COLOR_TYPE_AT]);
    assertSurvives(canvas);
  }

  @Test
  void colours_outside_areas_are_rounded_if_a_palette_is_then_enough() throws IOException {
    Canvas canvas = new Canvas();
    canvas.reset(600, 2);
    Arrays.fill(canvas.pixels(), 0, 600, 0xff4477ab);
    for (int i = 0; i < 600; i++) {
      canvas.pixels()[600 + i] = 0xff000000 | (i % 256) << 8 | (i / 256 * 2);
    }
    byte[] png = encoder.encodeNear(canvas);
    assertEquals(3, png[COLOR_TYPE_AT]);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    for (int i = 0; i < 600; i++) {
      assertEquals(0xff4477ab, image.getRGB(i, 0));
      int moved = ((image.getRGB(i, 1) >> 8) & 0xff) - i % 256;
      assertTrue(Math.abs(moved) <= 6, "green " + i + " moved by " + moved);
    }
    assertEquals(6, encoder.encode(canvas)[COLOR_TYPE_AT], "encode does not round");
  }

  @Test
  void repetition_far_apart_and_longer_than_a_match_survives() throws IOException {
    Canvas canvas = noise(900, 84, 5000, 1, 7);
    int[] pixels = canvas.pixels();
    System.arraycopy(pixels, 0, pixels, 900 * 60, 900 * 20);
    Arrays.fill(pixels, 900 * 30, 900 * 40, 0xff336699);
    assertSurvives(canvas);
  }

  /** Fibonacci numbers as frequencies give the deepest possible Huffman tree. */
  @Test
  void codewords_stay_within_fifteen_bits() throws IOException {
    Canvas canvas = new Canvas();
    canvas.reset(400, 300);
    int at = 0;
    for (int color = 0, count = 1, next = 1; at < 120_000 && color < 24; color++) {
      int end = Math.min(120_000, at + count);
      // Steps without a run or a repetition of four.
      for (; at < end; at++) {
        canvas.pixels()[(int) (at * 7919L % 120_000)] = 0xff000000 | (color * 3);
      }
      int sum = count + next;
      count = next;
      next = sum;
    }
    assertSurvives(canvas);
  }

  @Test
  void a_plain_picture_is_tiny() {
    Canvas canvas = new Canvas();
    canvas.reset(300, 60);
    Arrays.fill(canvas.pixels(), 0, 18_000, 0xff4488cc);
    int length = encoder.encode(canvas).length;
    assertTrue(length < 250, () -> length + " bytes");
  }

  private void assertSurvives(Canvas canvas) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(encoder.encode(canvas)));
    assertEquals(canvas.width(), image.getWidth());
    assertEquals(canvas.height(), image.getHeight());
    int[] expected = Arrays.copyOf(canvas.pixels(), canvas.width() * canvas.height());
    int[] actual = image.getRGB(0, 0, canvas.width(), canvas.height(), null, 0, canvas.width());
    assertArrayEquals(expected, actual);
  }

  private static Canvas noise(int width, int height, int colors, int run, long seed) {
    Random random = new Random(seed);
    int[] palette = random.ints(colors).map(c -> c >>> 24 == 0 ? 0 : c).toArray();
    Canvas canvas = new Canvas();
    canvas.reset(width, height);
    int color = 0;
    for (int i = 0; i < width * height; i++) {
      if (random.nextInt(run) == 0) {
        color = palette[random.nextInt(colors)];
      }
      canvas.pixels()[i] = color;
    }
    return canvas;
  }
}
