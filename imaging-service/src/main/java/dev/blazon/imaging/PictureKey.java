package dev.blazon.imaging;

import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeQuery;
import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.Picture;

/** The cache key of a picture: the same key always gives the same picture. */
record PictureKey(Badge badge, ImageFormat format) {

  /** The approximate memory of a cache entry besides the picture and the key's text, in bytes. */
  private static final int OVERHEAD_BYTES = 600;

  /**
   * The key on disk. It contains the edition, so that pictures of an older edition are not found.
   *
   * @param edition the {@link Edition} of the painters
   */
  String diskKey(String edition) {
    return edition + ' ' + format.extension() + '?' + BadgeQuery.encode(badge);
  }

  /** The approximate memory of the picture with this key, in bytes. */
  int weight(Picture picture) {
    int text = badge.label().length() + badge.message().length();
    int logo = badge.logo().map(image -> image.source().length()).orElse(0);
    return picture.body().length() + text + logo + OVERHEAD_BYTES;
  }
}
