/**
 * Text for the PNG painter: the font in the jar, shaping, and caches of rasterised and blurred
 * glyphs. The painter decides where a line is in a badge. Of Blazon it knows {@code raster} only,
 * and it never uses a font of the machine.
 */
package dev.blazon.imaging.png.text;
