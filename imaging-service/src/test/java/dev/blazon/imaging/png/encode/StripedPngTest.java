package dev.blazon.imaging.png.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.imaging.png.raster.Canvas;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StripedPngTest {

  private final StripedPng file = new StripedPng();

  @Property(tries = 100)
  void few_colours_survive_in_stripes_of_any_height(
      @ForAll @IntRange(min = 1, max = 3000) int width,
      @ForAll @IntRange(min = 1, max = 120) int height,
      @ForAll @IntRange(min = 1, max = 256) int colors,
      @ForAll @IntRange(min = 1, max = 130) int stripe,
      @ForAll long seed)
      throws IOException {
    int[] pixels = noise(width * height, colors, 0x10101, seed);
    BufferedImage image = encoded(pixels, width, height, stripe);
    for (int i = 0; i < pixels.length; i++) {
      assertEquals(pixels[i], image.getRGB(i % width, i / width));
    }
  }

  @Test
  void of_many_colours_the_frequent_ones_survive_and_others_become_similar() throws IOException {
    int[] pixels = noise(500 * 400, 60_000, 0x111, 1);
    for (int i = 0; i < pixels.length; i += 2) {
      pixels[i] = 0xff1f66b0;
    }
    BufferedImage image = encoded(pixels, 500, 400, 64);
    for (int i = 0; i < pixels.length; i++) {
      int seen = image.getRGB(i % 500, i / 500);
      if (i % 2 == 0) {
        assertEquals(0xff1f66b0, seen);
      }
      assertTrue(seen >>> 24 == 0xff);
    }
  }

  private BufferedImage encoded(int[] pixels, int width, int height, int stripe)
      throws IOException {
    file.start(width, height);
    Canvas canvas = new Canvas();
    for (int top = 0; top < height; top += stripe) {
      canvas.reset(width, Math.min(stripe, height - top));
      System.arraycopy(pixels, top * width, canvas.pixels(), 0, width * canvas.height());
      file.add(canvas);
    }
    return ImageIO.read(new ByteArrayInputStream(file.finish()));
  }

  /** Runs of random lengths in random colours, these a step apart. */
  private static int[] noise(int size, int colors, int step, long seed) {
    Random random = new Random(seed);
    int[] pixels = new int[size];
    int color = 0;
    for (int i = 0; i < size; i++) {
      if (random.nextInt(5) == 0) {
        color = random.nextInt(colors) * step & 0xffffff;
      }
      pixels[i] = 0xff000000 | color;
    }
    return pixels;
  }
}
