/**
 * The PNG painter: turns a layout into pixels. Backgrounds, shadows and the placing of text belong
 * here; pixels, glyphs and the file format are in {@code raster}, {@code text} and {@code encode}.
 * It may know {@code badge} and {@code layout}, but not the SVG painter, how logos are found, or
 * any cache of pictures.
 */
package dev.blazon.imaging.png;
