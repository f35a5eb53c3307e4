/**
 * The SVG painter: writes a layout as XML, by hand and in few bytes. Escaping and the SVG elements
 * of each style belong here; positions and widths come from {@code layout}. It depends on the JDK,
 * {@code badge} and {@code layout} only, not on another painter or any library.
 */
package dev.blazon.imaging.svg;
