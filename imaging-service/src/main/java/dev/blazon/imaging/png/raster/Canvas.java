package dev.blazon.imaging.png.raster;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/**
 * The pixels of one picture. Painting is clipped to the picture. A canvas is reused for many
 * pictures; not thread-safe.
 */
public final class Canvas {

  private int[] pixels = new int[0];
  private int width;
  private int height;

  /** Starts a picture of this size, with all pixels transparent. */
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

  /** The pixels as {@link Argb}, row by row; elements after the last row are unused. */
  public int[] pixels() {
    return pixels;
  }

  /** Fills a part of a row with one colour; {@code toX} is exclusive. */
  public void fill(int y, int fromX, int toX, int color) {
    int from = Math.max(0, fromX);
    int to = Math.min(width, toX);
    if (from < to) {
      Arrays.fill(pixels, y * width + from, y * width + to, color);
    }
  }

  /** Multiplies the alpha of one pixel by {@code coverage / 255}. */
  public void cover(int x, int y, int coverage) {
    if (x >= 0 && x < width && y >= 0 && y < height) {
      int at = y * width + x;
      pixels[at] = Argb.cover(pixels[at], coverage);
    }
  }

  /** Paints a colour over one pixel; the colour's own alpha is ignored. */
  public void paint(int x, int y, int color, int alpha) {
    if (x >= 0 && x < width && y >= 0 && y < height) {
      int at = y * width + x;
      pixels[at] = Argb.over(pixels[at], color, alpha);
    }
  }

  /** Replaces all pixels by a narrower picture with two of its columns repeated. */
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
   * @param x the mask's left edge
   * @param y the mask's upper edge
   * @param tone the colour's opacity for each coverage, 256 values from 0 to 255
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
   * @param tint converts a colour, given the row of this picture
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
