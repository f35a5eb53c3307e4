package dev.blazon.imaging.layout;

/**
 * One line of text where it is to be painted. All lengths are pixels.
 *
 * @param text as it is shown: upper-cased or capitalised where the style does so; never empty
 * @param centerX the middle of the line
 * @param baseline from the top
 * @param length what the line is stretched or squeezed to, by the space between its letters
 * @param font what it was measured in
 * @param ink its colours; the shadow is one pixel below
 */
public record PlacedText(
    String text, double centerX, double baseline, double length, TextFont font, Ink ink) {}
