package dev.blazon.imaging.logo;

/**
 * A logo in pixels.
 *
 * @param argb row by row: 8-bit alpha, red, green, blue, not premultiplied, in sRGB; shared, never
 *     to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record LogoPixels(int width, int height, int[] argb) implements Raster {}
