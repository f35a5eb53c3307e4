package dev.blazon.imaging.layout;

/**
 * A logo made safe and ready to be put into a badge.
 *
 * @param dataUri a {@code data:image/…;base64,…} URI
 * @param width in pixels at scale 1; its height is always 14
 */
public record LogoImage(String dataUri, double width) {}
