package dev.blazon.imaging.png;

import dev.blazon.imaging.layout.LogoImage;
import dev.blazon.imaging.png.encode.PngEncoder;
import dev.blazon.imaging.png.raster.Canvas;
import dev.blazon.imaging.png.raster.LogoRaster;
import java.util.Arrays;
import java.util.Base64;

/**
 * A logo for tests: a blue disc with a soft edge and a hole.
 *
 * @param image the logo for SVG
 * @param raster the same logo for PNG
 */
record SampleLogo(LogoImage image, LogoRaster raster) {

  private static final int SIZE = 14;

  static SampleLogo ofScale(int scale) {
    int size = SIZE * scale;
    Canvas canvas = new Canvas();
    canvas.reset(size, size);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        double distance = Math.hypot(x + 0.5 - size / 2.0, y + 0.5 - size / 2.0);
        double inside = Math.min(size / 2.0 - distance, distance - size / 5.0);
        int alpha = (int) Math.round(255 * Math.min(Math.max(inside, 0), 1));
        canvas.paint(x, y, 0x3776ab, alpha);
      }
    }
    String base64 = Base64.getEncoder().encodeToString(new PngEncoder().encode(canvas));
    return new SampleLogo(
        new LogoImage("data:image/png;base64," + base64, SIZE),
        new LogoRaster(size, size, Arrays.copyOf(canvas.pixels(), size * size)));
  }
}
