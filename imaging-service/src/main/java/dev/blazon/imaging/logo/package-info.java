/**
 * Logos: finds named ones, sanitises custom ones, and rasterises both. All handling of untrusted
 * SVG and PNG files belongs here, and nothing that places a logo in a badge. It may use Batik and
 * AWT, {@code badge} and {@code layout}, but no painter and no disk cache.
 */
package dev.blazon.imaging.logo;
