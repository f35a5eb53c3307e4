/**
 * Glyphs of the font in the jar: shaping, and masks at each size, sharp or blurred. It knows
 * pixels, and no badges.
 */
package dev.blazon.imaging.png.text;
