/**
 * Pixels and coverage: the canvas, the rasteriser of outlines, and masks. It knows neither text nor
 * badges.
 */
package dev.blazon.imaging.png.raster;
