package dev.blazon.imaging.png.raster;

/**
 * A logo in device pixels, in the size in which it is painted.
 *
 * @param width in device pixels
 * @param height in device pixels
 * @param argb row by row: 8-bit alpha, red, green, blue, not premultiplied, in sRGB; shared, so it
 *     must not be modified
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LogoRaster(int width, int height, int[] argb) {

  public LogoRaster {
    if (width < 1 || height < 1 || argb.length != (long) width * height) {
      throw new IllegalArgumentException("a raster has width times height pixels");
    }
  }
}
