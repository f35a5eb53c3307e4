/**
 * Text for the PNG painter: the font in the jar, shaping, and caches of rasterised and blurred
 * glyphs. Where a line stands in a badge is decided by the painter. Of Blazon it knows {@code
 * raster} only, and it never uses a font of the machine.
 */
package dev.blazon.imaging.png.text;
