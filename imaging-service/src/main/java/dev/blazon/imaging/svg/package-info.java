/** Paints a badge's layout as SVG, without any library. It knows no other painter. */
package dev.blazon.imaging.svg;
