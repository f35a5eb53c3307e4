package dev.blazon.api.imaging;

import dev.blazon.badge.ImageFormat;
import dev.blazon.service.RequestId;

/**
 * A picture that a node is to be asked for.
 *
 * @param query the badge, as {@link dev.blazon.badge.BadgeQuery} writes it
 * @param generic whether it is worth keeping on disk
 * @param id of the request that wants it
 */
record PictureRequest(String query, ImageFormat format, boolean generic, RequestId id) {

  /** A small badge, that tells whether a node is well. */
  static final PictureRequest PROBE =
      new PictureRequest("message=well", ImageFormat.SVG, false, new RequestId("probe"));
}
