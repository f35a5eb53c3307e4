package dev.blazon.imaging.png;

import dev.blazon.imaging.png.raster.Canvas;
import dev.blazon.imaging.png.raster.CoverageRaster;
import java.awt.geom.RoundRectangle2D;
import java.util.Arrays;

/**
 * The coverage of the pixels in a rounded upper left corner.
 *
 * @param size the side of the square around the corner, in device pixels
 * @param coverage row by row, 0 to 255
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RoundedCorner(int size, int[] coverage) {

  /** The largest radius: plastic at scale 3. */
  private static final int LARGEST = 12;

  private static final RoundedCorner[] BY_RADIUS = new RoundedCorner[LARGEST + 1];

  static {
    Arrays.setAll(BY_RADIUS, RoundedCorner::make);
  }

  /**
   * The corner of this radius, in device pixels.
   *
   * @throws IndexOutOfBoundsException if no style has such a corner
   */
  static RoundedCorner of(int radius) {
    return BY_RADIUS[radius];
  }

  private static RoundedCorner make(int radius) {
    float side = 4f * radius;
    var shape = new RoundRectangle2D.Float(0, 0, side, side, 2f * radius, 2f * radius);
    float[] exact = CoverageRaster.coverage(shape.getPathIterator(null), radius, radius);
    int[] coverage = new int[exact.length];
    for (int i = 0; i < exact.length; i++) {
      coverage[i] = Math.round(exact[i] * 255);
    }
    return new RoundedCorner(radius, coverage);
  }

  /** Rounds all corners of the canvas. */
  void cutFrom(Canvas canvas) {
    int right = canvas.width() - 1;
    int bottom = canvas.height() - 1;
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int covered = coverage[y * size + x];
        if (covered < 255) {
          canvas.cover(x, y, covered);
          canvas.cover(right - x, y, covered);
          canvas.cover(x, bottom - y, covered);
          canvas.cover(right - x, bottom - y, covered);
        }
      }
    }
  }
}
