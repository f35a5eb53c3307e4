package dev.blazon.imaging.png.raster;

import java.awt.geom.PathIterator;
import java.util.Arrays;

/**
 * Computes how much of each pixel an outline covers, exactly, by summing signed areas. There is no
 * sampling and no hinting, so every machine gets the same bytes.
 *
 * <p>Each edge adds the area to its right in the pixels that it crosses; a running sum along the
 * row then gives the coverage. Where contours of the same direction overlap, the sum is clipped to
 * full coverage, which is the non-zero rule for the outlines of a font.
 */
public final class CoverageRaster {

  /** Lines per quadratic curve: at badge sizes the error is below 1/100 of a pixel. */
  private static final int PIECES = 8;

  private static final int LEAST_STRETCH_BITS = 4;

  private int width;
  private int height;
  private float[] area = new float[0];

  /** For each row the stretches of columns that an edge touched: a bit for each stretch. */
  private long[] touched = new long[0];

  /** The columns of a stretch, as a power of two: a row has no more stretches than bits. */
  private int stretchBits;

  private float x;
  private float y;
  private float startX;
  private float startY;

  /** Prepares an empty raster of this size. */
  void reset(int newWidth, int newHeight) {
    width = newWidth;
    height = newHeight;
    if (area.length < width * height + 2) {
      area = new float[width * height + 2];
    }
    if (touched.length < height) {
      touched = new long[height];
    }
    stretchBits = LEAST_STRETCH_BITS;
    while (width >> stretchBits >= Long.SIZE) {
      stretchBits++;
    }
    x = 0;
    y = 0;
    startX = 0;
    startY = 0;
  }

  /** The coverage of the path, row by row, from 0 to 1, clipped to the raster. */
  public static float[] coverage(PathIterator path, int width, int height) {
    CoverageRaster raster = new CoverageRaster();
    raster.reset(width, height);
    raster.add(path);
    return raster.sum();
  }

  private void add(PathIterator path) {
    float[] c = new float[6];
    for (; !path.isDone(); path.next()) {
      switch (path.currentSegment(c)) {
        case PathIterator.SEG_MOVETO -> moveTo(c[0], c[1]);
        case PathIterator.SEG_LINETO -> lineTo(c[0], c[1]);
        case PathIterator.SEG_QUADTO -> quadTo(c[0], c[1], c[2], c[3]);
        case PathIterator.SEG_CUBICTO -> cubicTo(c[0], c[1], c[2], c[3], c[4], c[5]);
        default -> close();
      }
    }
    close();
  }

  /** Ends a contour where it began. */
  void close() {
    lineTo(startX, startY);
  }

  /** Ends a contour, and begins another one. */
  void moveTo(float toX, float toY) {
    lineTo(startX, startY);
    x = toX;
    y = toY;
    startX = toX;
    startY = toY;
  }

  private void quadTo(float cx, float cy, float toX, float toY) {
    float fromX = x;
    float fromY = y;
    for (int i = 1; i <= PIECES; i++) {
      float t = (float) i / PIECES;
      float u = 1 - t;
      lineTo(
          u * u * fromX + 2 * u * t * cx + t * t * toX,
          u * u * fromY + 2 * u * t * cy + t * t * toY);
    }
  }

  void cubicTo(float ax, float ay, float bx, float by, float toX, float toY) {
    float fromX = x;
    float fromY = y;
    for (int i = 1; i <= 2 * PIECES; i++) {
      float t = (float) i / (2 * PIECES);
      float u = 1 - t;
      float first = u * u * u;
      float second = 3 * u * u * t;
      float third = 3 * u * t * t;
      float fourth = t * t * t;
      lineTo(
          first * fromX + second * ax + third * bx + fourth * toX,
          first * fromY + second * ay + third * by + fourth * toY);
    }
  }

  void lineTo(float toX, float toY) {
    if (y != toY) {
      if (y < toY) {
        edge(x, y, toX, toY, 1);
      } else {
        edge(toX, toY, x, y, -1);
      }
    }
    x = toX;
    y = toY;
  }

  /** Adds a downward edge, row by row. */
  private void edge(float x0, float y0, float x1, float y1, float sign) {
    float slope = (x1 - x0) / (y1 - y0);
    int first = Math.max(0, (int) Math.floor(y0));
    int last = Math.min(height, (int) Math.ceil(y1));
    for (int row = first; row < last; row++) {
      float top = Math.max(y0, row);
      float bottom = Math.min(y1, row + 1f);
      if (bottom > top) {
        float atTop = clip(x0 + (top - y0) * slope);
        float atBottom = clip(x0 + (bottom - y0) * slope);
        span(row, Math.min(atTop, atBottom), Math.max(atTop, atBottom), sign * (bottom - top));
      }
    }
  }

  /** Adds an edge within one row, from {@code left} to {@code right}, of the signed height. */
  private void span(int row, float left, float right, float signedHeight) {
    int rowStart = row * width;
    int first = Math.min((int) left, width - 1);
    int last = Math.min((int) right, width - 1);
    // What an edge carries over goes into the column after it.
    touched[row] |=
        (2L << (Math.min(last + 1, width - 1) >> stretchBits)) - (1L << (first >> stretchBits));
    if (first == last) {
      float covered = signedHeight * (1 - ((left - first) + (right - first)) / 2);
      area[rowStart + first] += covered;
      carry(rowStart, first + 1, signedHeight - covered);
      return;
    }
    float perColumn = signedHeight / (right - left);
    for (int column = first; column <= last; column++) {
      float start = Math.max(left, column);
      float end = Math.min(right, column + 1f);
      float here = perColumn * (end - start);
      float covered = here * (1 - ((start - column) + (end - column)) / 2);
      area[rowStart + column] += covered;
      carry(rowStart, column + 1, here - covered);
    }
  }

  private void carry(int rowStart, int column, float value) {
    if (column < width) {
      area[rowStart + column] += value;
    }
  }

  private float clip(float value) {
    return Math.min(Math.max(value, 0), width);
  }

  private float[] sum() {
    float[] coverage = new float[width * height];
    for (int row = 0; row < height; row++) {
      float sum = 0;
      for (int column = 0; column < width; column++) {
        sum += area[row * width + column];
        coverage[row * width + column] = Math.min(1, Math.abs(sum));
      }
    }
    return coverage;
  }

  /**
   * Paints a colour on the canvas, which has the size of the raster, where it is covered, and
   * empties the raster.
   *
   * @param color the colour; its alpha is that of full coverage
   * @param steps how many coverages are told apart: fewer give fewer colours
   */
  void drain(Canvas canvas, int color, int steps) {
    for (int row = 0; row < height; row++) {
      if (touched[row] != 0) {
        drainRow(canvas.pixels(), row, color, steps);
        touched[row] = 0;
      }
    }
  }

  private void drainRow(int[] pixels, int row, int color, int steps) {
    int full = color >>> 24;
    int start = row * width;
    long rest = touched[row];
    float sum = 0;
    int alpha = 0;
    int stretch = Long.numberOfTrailingZeros(rest);
    while (rest >>> stretch != 0) {
      int from = start + (stretch << stretchBits);
      if ((rest >>> stretch & 1) == 0) {
        // No edge: as much covered as the column before.
        int next = stretch + Long.numberOfTrailingZeros(rest >>> stretch);
        over(pixels, from, start + (next << stretchBits), color, alpha);
        stretch = next;
        continue;
      }
      int end = Math.min(start + width, from + (1 << stretchBits));
      for (int i = from; i < end; i++) {
        if (area[i] != 0) {
          sum += area[i];
          area[i] = 0;
          int step = (int) (Math.min(1, Math.abs(sum)) * steps + 0.5f);
          alpha = (full * step + steps / 2) / steps;
        }
        if (alpha != 0) {
          pixels[i] = Argb.over(pixels[i], color, alpha);
        }
      }
      stretch++;
      if (stretch == Long.SIZE) {
        return;
      }
    }
  }

  private static void over(int[] pixels, int from, int to, int color, int alpha) {
    if (alpha == 255) {
      Arrays.fill(pixels, from, to, color | 0xff000000);
    } else if (alpha != 0) {
      for (int i = from; i < to; i++) {
        pixels[i] = Argb.over(pixels[i], color, alpha);
      }
    }
  }
}
