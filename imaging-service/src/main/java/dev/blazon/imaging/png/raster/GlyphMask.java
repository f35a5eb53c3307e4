package dev.blazon.imaging.png.raster;

import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.function.Function;

/**
 * The coverage of each pixel by a glyph.
 *
 * @param left the left edge, relative to the pixel of the glyph's origin
 * @param top the upper edge, relative to the baseline; negative is above it
 * @param coverage the coverage, row by row, 0 to 255
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record GlyphMask(int left, int top, int width, int height, byte[] coverage) {

  /** The mask of a space. */
  static final GlyphMask EMPTY = new GlyphMask(0, 0, 0, 0, new byte[0]);

  /**
   * Rasterises an outline.
   *
   * @param outline the glyph's outline under a transform, y downwards
   * @param toPixels converts the outline's units to device pixels
   */
  public static GlyphMask of(
      Function<AffineTransform, PathIterator> outline, AffineTransform toPixels) {
    double[] bounds = bounds(outline.apply(toPixels));
    if (bounds[0] >= bounds[2] || bounds[1] >= bounds[3]) {
      return EMPTY;
    }
    int left = (int) Math.floor(bounds[0]);
    int top = (int) Math.floor(bounds[1]);
    int width = (int) Math.ceil(bounds[2]) - left;
    int height = (int) Math.ceil(bounds[3]) - top;
    AffineTransform toMask = AffineTransform.getTranslateInstance(-left, -top);
    toMask.concatenate(toPixels);
    float[] exact = CoverageRaster.coverage(outline.apply(toMask), width, height);
    byte[] coverage = new byte[exact.length];
    for (int i = 0; i < exact.length; i++) {
      coverage[i] = (byte) Math.round(exact[i] * 255);
    }
    return new GlyphMask(left, top, width, height, coverage);
  }

  /** Left, top, right, bottom of all points, including control points. */
  private static double[] bounds(PathIterator path) {
    double[] bounds = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
    double[] points = new double[6];
    for (; !path.isDone(); path.next()) {
      int coordinates =
          switch (path.currentSegment(points)) {
            case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 2;
            case PathIterator.SEG_QUADTO -> 4;
            case PathIterator.SEG_CUBICTO -> 6;
            default -> 0;
          };
      for (int i = 0; i < coordinates; i++) {
        int axis = i & 1;
        bounds[axis] = Math.min(bounds[axis], points[i]);
        bounds[axis + 2] = Math.max(bounds[axis + 2], points[i]);
      }
    }
    return bounds;
  }
}
