package dev.blazon.api.imaging;

import dev.blazon.badge.ImageFormat;
import dev.blazon.service.RequestId;

/**
 * A request for a picture, to be sent to a node.
 *
 * @param query the badge, as {@link dev.blazon.badge.BadgeQuery} writes it
 * @param generic whether it is worth caching on disk
 * @param id the id of the reader's request, for the logs
 */
record PictureRequest(String query, ImageFormat format, boolean generic, RequestId id) {

  /** A small badge, requested to find out whether a node is healthy. */
  static final PictureRequest PROBE =
      new PictureRequest("message=well", ImageFormat.SVG, false, new RequestId("probe"));
}
