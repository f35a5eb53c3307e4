/**
 * The layout of a badge: positions, widths and colours as numbers, by the rules of badge-maker
 * 6.0.0. All painters use it, so that SVG and PNG show the same picture. It depends on the JDK and
 * {@code badge} only.
 */
package dev.blazon.imaging.layout;
