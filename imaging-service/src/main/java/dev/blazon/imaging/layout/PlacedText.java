package dev.blazon.imaging.layout;

/**
 * One line of text with its position. All lengths are in pixels.
 *
 * @param text the text as shown: upper-cased or capitalised if the style requires it; never empty
 * @param centerX the middle of the line
 * @param baseline the distance of the baseline from the top
 * @param length the length to which the line is stretched or compressed, by changing letter spacing
 * @param font the font in which the text was measured
 * @param ink the colours; the shadow is one pixel below the text
 */
public record PlacedText(
    String text, double centerX, double baseline, double length, TextFont font, Ink ink) {}
