package dev.blazon.imaging.png.encode;

import dev.blazon.imaging.png.raster.Canvas;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The bytes of a picture before compression: lines of a filter type and pixels (ISO/IEC 15948,
 * clauses 7 and 9). Reused for many pictures.
 */
final class Scanlines {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final byte FILTER_NONE = 0;
  private static final byte FILTER_UP = 2;

  /** Extra bytes at the end, because ints are read and written at any position. */
  private static final int SLACK = 8;

  private static final int HIGH_BITS = 0x80808080;

  private byte[] bytes = new byte[0];
  private int lineLength;

  byte[] bytes() {
    return bytes;
  }

  /** The bytes per line, including the filter type. */
  int lineLength() {
    return lineLength;
  }

  /**
   * Fills the lines with one byte per pixel: the number of its colour. No filter is used, because
   * filters do not help with numbers.
   *
   * @param palette is filled with the colours of this picture
   * @param near whether {@link ColorRounding} is applied
   * @return false if there are too many colours; lines and palette are then invalid
   */
  boolean ofNumbers(Canvas canvas, Palette palette, boolean near) {
    reset(canvas.width(), canvas.height(), 1);
    palette.clear();
    for (int y = 0; y < canvas.height(); y++) {
      if (!lineOfNumbers(canvas, y, palette, near)) {
        return false;
      }
    }
    byte[] settled = palette.settle();
    int end = lineLength * canvas.height();
    for (int start = 0; start < end; start += lineLength) {
      for (int i = start + 1; i < start + lineLength; i++) {
        bytes[i] = settled[bytes[i] & 0xff];
      }
    }
    return true;
  }

  private boolean lineOfNumbers(Canvas canvas, int y, Palette palette, boolean near) {
    int[] pixels = canvas.pixels();
    int from = y * canvas.width();
    int end = from + canvas.width();
    int to = y * lineLength;
    bytes[to++] = FILTER_NONE;
    while (from < end) {
      int color = pixels[from];
      int run = 1;
      while (from + run < end && pixels[from + run] == color) {
        run++;
      }
      int number = palette.number(near ? ColorRounding.of(color, run) : color);
      if (number == Palette.FULL) {
        return false;
      }
      from += run;
      for (; run > 0; run--) {
        bytes[to++] = (byte) number;
      }
    }
    return true;
  }

  /**
   * Fills the lines with red, green, blue, and alpha, minus the values of the pixel above, because
   * badges change little from top to bottom.
   */
  void ofColors(Canvas canvas) {
    int[] pixels = canvas.pixels();
    int width = canvas.width();
    reset(width, canvas.height(), 4);
    int from = 0;
    int to = 0;
    for (int y = 0; y < canvas.height(); y++) {
      bytes[to++] = FILTER_UP;
      for (int x = 0; x < width; x++, from++, to += 4) {
        int above = y == 0 ? 0 : inOrder(pixels[from - width]);
        INT.set(bytes, to, minus(inOrder(pixels[from]), above));
      }
    }
  }

  private void reset(int width, int height, int pixelLength) {
    lineLength = 1 + width * pixelLength;
    int size = lineLength * height + SLACK;
    if (bytes.length < size) {
      bytes = new byte[size];
    }
  }

  /** Reorders a colour: red in the lowest byte, alpha in the highest. */
  private static int inOrder(int argb) {
    return Integer.rotateLeft(Integer.reverseBytes(argb), 24);
  }

  /** Subtracts the four bytes separately. */
  private static int minus(int a, int b) {
    return ((a | HIGH_BITS) - (b & ~HIGH_BITS)) ^ ((a ^ ~b) & HIGH_BITS);
  }
}
