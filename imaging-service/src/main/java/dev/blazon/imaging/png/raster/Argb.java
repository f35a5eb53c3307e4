package dev.blazon.imaging.png.raster;

/** Arithmetic on colours of 8-bit alpha, red, green, and blue, not premultiplied, in sRGB. */
public final class Argb {

  private static final int RED_BLUE = 0x00ff00ff;
  private static final int HALF_RED_BLUE = 0x00800080;

  private Argb() {}

  /**
   * Blends one colour over another like browsers: plain source-over in sRGB.
   *
   * @param above the upper colour; its own alpha is ignored
   * @param alpha the alpha of the upper colour, from 0 to 255
   */
  public static int over(int below, int above, int alpha) {
    return below >>> 24 == 0xff
        ? overOpaque(below, above, alpha)
        : overTranslucent(below, above, alpha);
  }

  private static int overOpaque(int below, int above, int alpha) {
    int weight = alpha + (alpha >>> 7);
    int rest = 256 - weight;
    int redBlue = (above & RED_BLUE) * weight + (below & RED_BLUE) * rest + HALF_RED_BLUE;
    int green = ((above >>> 8) & 0xff) * weight + ((below >>> 8) & 0xff) * rest + 0x80;
    return 0xff000000 | ((redBlue >>> 8) & RED_BLUE) | (green & 0xff00);
  }

  private static int overTranslucent(int below, int above, int alpha) {
    int through = (below >>> 24) * (255 - alpha);
    int total = 255 * alpha + through;
    if (total == 0) {
      return 0;
    }
    int red = mix(above >>> 16, below >>> 16, alpha, through, total);
    int green = mix(above >>> 8, below >>> 8, alpha, through, total);
    int blue = mix(above, below, alpha, through, total);
    return of((total + 127) / 255, red, green, blue);
  }

  private static int mix(int above, int below, int alpha, int through, int total) {
    return (255 * alpha * (above & 0xff) + through * (below & 0xff) + total / 2) / total;
  }

  private static int of(int alpha, int red, int green, int blue) {
    return (alpha << 24) | (red << 16) | (green << 8) | blue;
  }

  /** The colour with its alpha multiplied by {@code coverage / 255}. */
  static int cover(int color, int coverage) {
    int alpha = ((color >>> 24) * coverage + 127) / 255;
    return alpha == 0 ? 0 : (alpha << 24) | (color & 0xffffff);
  }
}
