/**
 * Pixels: a canvas, arithmetic on colours, masks, and the exact rasterisation of outlines. It gives
 * the same result on every machine, so it uses no AWT painting, only AWT's geometry. It knows no
 * other package of Blazon.
 */
package dev.blazon.imaging.png.raster;
