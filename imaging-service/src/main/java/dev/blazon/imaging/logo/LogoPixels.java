package dev.blazon.imaging.logo;

/**
 * A rasterised logo.
 *
 * @param argb row by row: 8-bit alpha, red, green, blue, not premultiplied, in sRGB; shared, so it
 *     must not be modified
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record LogoPixels(int width, int height, int[] argb) implements Raster {}
