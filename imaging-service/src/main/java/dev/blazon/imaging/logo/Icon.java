package dev.blazon.imaging.logo;

import java.util.List;

/**
 * One simple-icons icon.
 *
 * @param slug the name in URLs
 * @param title the brand's name in its own spelling
 * @param aliases other names, as simple-icons lists them
 * @param rgb the brand's colour
 * @param path SVG path data in a square of 24 by 24
 */
record Icon(String slug, String title, List<String> aliases, int rgb, String path) {

  /** The side of the square in which every icon is drawn. */
  static final int SIZE = 24;
}
