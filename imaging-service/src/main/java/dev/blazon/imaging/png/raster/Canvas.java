package dev.blazon.imaging.png.raster;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/**
 * The pixels of one picture, reused from picture to picture by one painter. All that lies outside
 * of the picture is cut off.
 */
public final class Canvas {

  private int[] pixels = new int[0];
  private int width;
  private int height;

  /** Starts a picture; every pixel is transparent. */
  public void reset(int newWidth, int newHeight) {
    width = newWidth;
    height = newHeight;
    int size = width * height;
    if (pixels.length < size) {
      pixels = new int[size];
    } else {
      Arrays.fill(pixels, 0, size, 0);
    }
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** The pixels, row by row, as {@link Argb}; what follows the last row means nothing. */
  public int[] pixels() {
    return pixels;
  }

  /** Replaces a piece of a row by one colour. */
  public void fill(int y, int fromX, int toX, int color) {
    int from = Math.max(0, fromX);
    int to = Math.min(width, toX);
    if (from < to) {
      Arrays.fill(pixels, y * width + from, y * width + to, color);
    }
  }

  /** Reduces the alpha of one pixel to {@code coverage} parts of 255. */
  public void cover(int x, int y, int coverage) {
    if (x >= 0 && x < width && y >= 0 && y < height) {
      int at = y * width + x;
      pixels[at] = Argb.cover(pixels[at], coverage);
    }
  }

  /** Paints a colour, whose own alpha is not looked at, on one pixel. */
  public void paint(int x, int y, int color, int alpha) {
    if (x >= 0 && x < width && y >= 0 && y < height) {
      int at = y * width + x;
      pixels[at] = Argb.over(pixels[at], color, alpha);
    }
  }

  /** Replaces all by a narrower picture, two of whose columns are repeated as often as given. */
  public void stretch(Canvas narrow, int column1, int times1, int column2, int times2) {
    for (int y = 0; y < height; y++) {
      int from = y * narrow.width;
      int to = y * width;
      System.arraycopy(narrow.pixels, from, pixels, to, column1);
      Arrays.fill(pixels, to + column1, to + column1 + times1, narrow.pixels[from + column1]);
      to += times1;
      System.arraycopy(narrow.pixels, from + column1, pixels, to + column1, column2 - column1);
      Arrays.fill(pixels, to + column2, to + column2 + times2, narrow.pixels[from + column2]);
      to += times2;
      System.arraycopy(narrow.pixels, from + column2, pixels, to + column2, narrow.width - column2);
    }
  }

  /**
   * Paints a colour through a mask.
   *
   * @param x of the mask's left edge
   * @param y of the mask's upper edge
   * @param tone how opaque the colour is for each coverage, 256 values from 0 to 255
   */
  public void paint(GlyphMask mask, int x, int y, int color, byte[] tone) {
    int left = Math.max(0, -x);
    int right = Math.min(mask.width(), width - x);
    int top = Math.max(0, -y);
    int bottom = Math.min(mask.height(), height - y);
    byte[] coverage = mask.coverage();
    for (int row = top; row < bottom; row++) {
      int at = (y + row) * width + x;
      int from = row * mask.width();
      for (int column = left; column < right; column++) {
        int alpha = tone[coverage[from + column] & 0xff] & 0xff;
        if (alpha != 0) {
          pixels[at + column] = Argb.over(pixels[at + column], color, alpha);
        }
      }
    }
  }

  /**
   * Paints another picture over this one.
   *
   * @param tint what becomes of a colour in a row of this picture
   */
  public void paint(LogoRaster picture, int x, int y, IntBinaryOperator tint) {
    int left = Math.max(0, -x);
    int right = Math.min(picture.width(), width - x);
    int top = Math.max(0, -y);
    int bottom = Math.min(picture.height(), height - y);
    int[] argb = picture.argb();
    for (int row = top; row < bottom; row++) {
      int at = (y + row) * width + x;
      for (int column = left; column < right; column++) {
        int color = tint.applyAsInt(argb[row * picture.width() + column], y + row);
        pixels[at + column] = Argb.over(pixels[at + column], color, color >>> 24);
      }
    }
  }
}
