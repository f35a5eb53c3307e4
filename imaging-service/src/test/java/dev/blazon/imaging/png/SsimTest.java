package dev.blazon.imaging.png;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class SsimTest {

  @Test
  void a_picture_is_like_itself_and_not_like_one_that_is_shifted() {
    BufferedImage stripes = stripes(0);
    assertEquals(1, Ssim.of(stripes, stripes), 1e-12);
    assertTrue(Ssim.of(stripes, stripes(1)) < 0.9);
    assertTrue(Ssim.of(stripes, stripes(3)) < 0.1);
  }

  private static BufferedImage stripes(int shift) {
    BufferedImage image = new BufferedImage(60, 30, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < 30; y++) {
      for (int x = 0; x < 60; x++) {
        image.setRGB(x, y, (x + shift) / 3 % 2 == 0 ? 0xff000000 : 0x00ffffff);
      }
    }
    return image;
  }
}
