package dev.blazon.imaging.png;

import dev.blazon.imaging.png.raster.Argb;
import dev.blazon.imaging.png.raster.Canvas;
import dev.blazon.imaging.png.text.BlurredMask;
import java.util.Arrays;

/**
 * The blurred shadow of one line of text: it sums the blurred masks of the glyphs, and paints the
 * sum. Not thread-safe: it reuses its buffer.
 */
final class SoftShadow {

  /**
   * The opacity of 0.8 (badge-maker 6.0.0) as the factor from a sum of masks to an alpha, in units
   * of 2<sup>-14</sup>.
   */
  private static final int OPACITY = (int) Math.round(0.8 * 255 / BlurredMask.FULL * (1 << 14));

  private short[] sums = new short[0];
  private int left;
  private int top;
  private int width;
  private int height;

  /** Starts a line. The shadow is clipped to these bounds, in device pixels. */
  void reset(int fromX, int fromY, int toX, int toY) {
    left = fromX;
    top = fromY;
    width = Math.max(0, toX - fromX);
    height = Math.max(0, toY - fromY);
    int size = width * height;
    if (sums.length < size) {
      sums = new short[size];
    } else {
      Arrays.fill(sums, 0, size, (short) 0);
    }
  }

  /** Adds a glyph with its origin in this pixel. */
  void add(BlurredMask mask, int originX, int baseline) {
    int x = originX + mask.left() - left;
    int y = baseline + mask.top() - top;
    int from = Math.max(0, -x);
    int to = Math.min(mask.width(), width - x);
    int firstRow = Math.max(0, -y);
    int lastRow = Math.min(mask.height(), height - y);
    for (int row = firstRow; row < lastRow; row++) {
      addRow(mask.coverage(), row * mask.width(), (y + row) * width + x, from, to);
    }
  }

  /** A separate method, so that the JIT compiler can vectorise the loop. */
  private void addRow(short[] coverage, int coverageRow, int sumRow, int from, int to) {
    short[] target = sums;
    for (int i = from; i < to; i++) {
      target[sumRow + i] += coverage[coverageRow + i];
    }
  }

  /** Paints the sum, clipped to the canvas. */
  void paint(int color, Canvas canvas) {
    int from = Math.max(0, -left);
    int to = Math.min(width, canvas.width() - left);
    int lastRow = Math.min(height, canvas.height() - top);
    for (int row = Math.max(0, -top); row < lastRow; row++) {
      int pixel = (top + row) * canvas.width() + left;
      paintRow(color, canvas.pixels(), pixel, row * width, from, to);
    }
  }

  private void paintRow(int color, int[] pixels, int pixelRow, int sumRow, int from, int to) {
    short[] row = sums;
    for (int i = from; i < to; i++) {
      int sum = row[sumRow + i];
      if (sum > 0) {
        int alpha = Math.min(sum, BlurredMask.FULL) * OPACITY;
        int pixel = pixels[pixelRow + i];
        pixels[pixelRow + i] = Argb.over(pixel, color, ((alpha + (1 << 15)) >> 16) << 2);
      }
    }
  }
}
