/**
 * The PNG encoder: scanlines, palette, deflate and chunks (ISO/IEC 15948, RFC 1951), tuned for
 * small pictures with few colours. It takes a canvas and gives the bytes of a file. Of Blazon it
 * knows {@code raster} only; it knows nothing of badges.
 */
package dev.blazon.imaging.png.encode;
