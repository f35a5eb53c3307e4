package dev.blazon.imaging.png.encode;

import dev.blazon.imaging.png.raster.Canvas;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A picture as the bytes that PNG compresses: lines of a filter type and pixels (ISO/IEC 15948,
 * clauses 7 and 9). Reused from picture to picture.
 */
final class Scanlines {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final byte FILTER_NONE = 0;
  private static final byte FILTER_UP = 2;

  /** Ints are read and written at any byte, so also a little beyond the end. */
  private static final int SLACK = 8;

  private static final int HIGH_BITS = 0x80808080;

  private byte[] bytes = new byte[0];
  private int lineLength;

  byte[] bytes() {
    return bytes;
  }

  /** Bytes in a line, its filter type included. */
  int lineLength() {
    return lineLength;
  }

  /**
   * One byte for each pixel: the number of its colour. Filters do not help numbers.
   *
   * @param palette becomes that of this picture
   * @param near whether colours may be rounded, as {@link ColorRounding} does
   * @return false: there are too many colours, and neither lines nor palette mean anything
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
   * Red, green, blue, and alpha, each less that of the pixel above: badges change slowly from top
   * to bottom.
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

  /** Red in the lowest byte, alpha in the highest. */
  private static int inOrder(int argb) {
    return Integer.rotateLeft(Integer.reverseBytes(argb), 24);
  }

  /** Subtracts each of the four bytes for itself. */
  private static int minus(int a, int b) {
    return ((a | HIGH_BITS) - (b & ~HIGH_BITS)) ^ ((a ^ ~b) & HIGH_BITS);
  }
}
