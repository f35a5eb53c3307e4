package dev.blazon.imaging.png.encode;

/**
 * Rounds the colours at the edges of letters and in soft shadows, so that 256 are enough for a
 * badge of natural size: a palette makes its file half as large, and its encoding faster. A colour
 * that fills several pixels side by side, and any that is not opaque, stays as it is; the others
 * move by six of 255 levels at the most, white and black by none.
 */
final class ColorRounding {

  /**
   * Of each channel, from black to full: the most with which the usual badges of all styles need no
   * more than 256 colours.
   */
  private static final int STEPS = 23;

  /** Fewer pixels of one colour, side by side, are an edge. */
  private static final int AREA = 4;

  private static final int[] NEAREST = new int[256];

  static {
    for (int value = 0; value < NEAREST.length; value++) {
      NEAREST[value] = (int) Math.round(Math.round(value * STEPS / 255.0) * 255.0 / STEPS);
    }
  }

  private ColorRounding() {}

  /** What becomes of a colour that so many pixels side by side have. */
  static int of(int color, int run) {
    if (run >= AREA || color >>> 24 != 0xff) {
      return color;
    }
    return 0xff000000
        | NEAREST[(color >>> 16) & 0xff] << 16
        | NEAREST[(color >>> 8) & 0xff] << 8
        | NEAREST[color & 0xff];
  }
}
