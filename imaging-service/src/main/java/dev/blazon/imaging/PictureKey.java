package dev.blazon.imaging;

import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeQuery;
import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.Picture;

/** Names a picture: the same key always gives the same picture. */
record PictureKey(Badge badge, ImageFormat format) {

  /** What a cached picture takes besides its bytes and its key's text, roughly, in bytes. */
  private static final int OVERHEAD_BYTES = 600;

  /**
   * The key on disk, where pictures of an older edition of the painters must not be found.
   *
   * @param edition of the painters
   */
  String diskKey(String edition) {
    return edition + ' ' + format.extension() + '?' + BadgeQuery.encode(badge);
  }

  /** What the picture takes in memory with this key, roughly, in bytes. */
  int weight(Picture picture) {
    int text = badge.label().length() + badge.message().length();
    int logo = badge.logo().map(image -> image.source().length()).orElse(0);
    return picture.body().length() + text + logo + OVERHEAD_BYTES;
  }
}
