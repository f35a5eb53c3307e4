/**
 * Paints a badge's layout as PNG: backdrops, texts with their shadows, and the logo. It composes
 * the rooms for pixels, glyphs and the file format below it.
 */
package dev.blazon.imaging.png;
