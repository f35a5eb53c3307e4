package dev.blazon.imaging.png.encode;

/**
 * Rounds the colours at the edges of letters and in soft shadows, so that 256 colours are enough
 * for a badge at scale 1: a palette halves the file and makes encoding faster. Colours that fill
 * several pixels side by side, and translucent ones, stay unchanged. Others change by at most six
 * of 255 levels; white and black do not change.
 */
final class ColorRounding {

  /**
   * The number of steps per channel: the largest with which usual badges of all styles need no more
   * than 256 colours.
   */
  private static final int STEPS = 23;

  /** The shortest run of equal pixels that is an area; a shorter one is an edge. */
  private static final int AREA = 4;

  private static final int[] NEAREST = new int[256];

  static {
    for (int value = 0; value < NEAREST.length; value++) {
      NEAREST[value] = (int) Math.round(Math.round(value * STEPS / 255.0) * 255.0 / STEPS);
    }
  }

  private ColorRounding() {}

  /** The rounded colour of a run of so many equal pixels. */
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
