package dev.blazon.imaging.layout;

/**
 * A sanitised logo, ready to be put into a badge.
 *
 * @param dataUri a {@code data:image/…;base64,…} URI
 * @param width the width in pixels at scale 1; the height is always 14
 */
public record LogoImage(String dataUri, double width) {}
