package dev.blazon.imaging.png.text;

import dev.blazon.imaging.png.raster.GlyphMask;

/**
 * The coverage of a glyph after a Gaussian blur. The blur of a line is the sum of the blurs of its
 * glyphs, so each glyph is blurred only once, not for each picture.
 *
 * @param left the left edge, relative to the pixel of the glyph's origin
 * @param top the upper edge, relative to the baseline; negative is above it
 * @param coverage the coverage, row by row, 0 to {@value #FULL}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record BlurredMask(int left, int top, int width, int height, short[] coverage) {

  /** Full coverage. Steps are finer than 255, because many small values are summed. */
  public static final int FULL = 255 * 64;

  /** A Gaussian is invisible beyond three deviations. */
  private static final int DEVIATIONS = 3;

  /**
   * Blurs a glyph, or any other mask.
   *
   * @param deviation the standard deviation, in pixels
   */
  public static BlurredMask of(GlyphMask sharp, double deviation) {
    int reach = (int) Math.ceil(DEVIATIONS * deviation);
    float[] kernel = kernel(deviation, reach);
    int width = sharp.width() + 2 * reach;
    int height = sharp.height() + 2 * reach;
    float[] wide = new float[width * sharp.height()];
    for (int y = 0; y < sharp.height(); y++) {
      for (int x = 0; x < sharp.width(); x++) {
        int covered = sharp.coverage()[y * sharp.width() + x] & 0xff;
        for (int k = 0; k < kernel.length && covered != 0; k++) {
          wide[y * width + x + k] += covered * kernel[k];
        }
      }
    }
    float[] sum = new float[width * height];
    for (int y = 0; y < sharp.height(); y++) {
      for (int k = 0; k < kernel.length; k++) {
        for (int x = 0; x < width; x++) {
          sum[(y + k) * width + x] += wide[y * width + x] * kernel[k];
        }
      }
    }
    short[] coverage = new short[sum.length];
    for (int i = 0; i < sum.length; i++) {
      coverage[i] = (short) Math.round(sum[i] * (FULL / 255f));
    }
    return new BlurredMask(sharp.left() - reach, sharp.top() - reach, width, height, coverage);
  }

  private static float[] kernel(double deviation, int reach) {
    double[] weights = new double[2 * reach + 1];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double distance = (i - reach) / deviation;
      weights[i] = StrictMath.exp(-distance * distance / 2);
      sum += weights[i];
    }
    float[] kernel = new float[weights.length];
    for (int i = 0; i < weights.length; i++) {
      kernel[i] = (float) (weights[i] / sum);
    }
    return kernel;
  }
}
