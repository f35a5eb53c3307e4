package dev.blazon.imaging;

import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeQuery;
import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.Logo;
import dev.blazon.badge.Picture;

/** The cache key of a picture: the same key always gives the same picture. */
record PictureKey(Badge badge, ImageFormat format) {

  /** The approximate memory of a cache entry besides the picture and the key's text, in bytes. */
  private static final int OVERHEAD_BYTES = 600;

  private static final int MOST_PIXELS_A_CHARACTER = 13;

  /** The logo and the margins. */
  private static final int MOST_OTHER_COLUMNS = Logo.MAX_WIDTH + 60;

  /** The line after a message, and the gap before it. */
  private static final int TREND_COLUMNS = 50;

  private static final int MOST_ROWS = 28;

  /** A canvas of four bytes, and with a palette a line, a token and the file. */
  private static final int BYTES_A_PIXEL = 12;

  /** With the colours of a logo, four bytes a pixel also in the line, and four tokens. */
  private static final int BYTES_A_COLOR_PIXEL = 28;

  private static final int SVG_BYTES = 8 * 1024;
  private static final int SVG_COPIES = 8;

  /**
   * The key on disk. It contains the edition, so that pictures of an older edition are not found.
   *
   * @param edition the {@link Edition} of the painters
   */
  String diskKey(String edition) {
    return edition + ' ' + format.extension() + '?' + BadgeQuery.encode(badge);
  }

  /**
   * About the most memory that painting takes, in bytes. The widest style has 13 pixels for a
   * character, and the tallest 28 rows.
   */
  long paintingBytes() {
    int characters = badge.label().length() + badge.message().length();
    if (format == ImageFormat.SVG) {
      return SVG_BYTES + (long) logoLength() * SVG_COPIES;
    }
    int columns =
        characters * MOST_PIXELS_A_CHARACTER
            + MOST_OTHER_COLUMNS
            + (badge.trend().isPresent() ? TREND_COLUMNS : 0);
    long pixels = (long) columns * MOST_ROWS * badge.scale() * badge.scale();
    return pixels * (badge.logo().isPresent() ? BYTES_A_COLOR_PIXEL : BYTES_A_PIXEL);
  }

  private int logoLength() {
    return badge.logo().map(image -> image.source().length()).orElse(0);
  }

  /** Small numbers share their objects, so a height is a reference. */
  private int trendBytes() {
    return badge.trend().map(line -> 4 * line.heights().size()).orElse(0);
  }

  /** The approximate memory of the picture with this key, in bytes. */
  int weight(Picture picture) {
    int text = badge.label().length() + badge.message().length();
    return picture.body().length() + text + logoLength() + trendBytes() + OVERHEAD_BYTES;
  }
}
