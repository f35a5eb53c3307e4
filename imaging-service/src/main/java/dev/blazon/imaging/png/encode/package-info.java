/**
 * The PNG file format: palettes, filters and deflate. Pixels in, bytes out. It knows nothing of
 * badges.
 */
package dev.blazon.imaging.png.encode;
