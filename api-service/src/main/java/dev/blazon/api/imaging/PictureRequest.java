package dev.blazon.api.imaging;

import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeQuery;
import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.PictureExchange;
import dev.blazon.chart.wire.ChartExchange;
import dev.blazon.chart.wire.ChartForm;
import dev.blazon.chart.wire.ChartRequest;
import dev.blazon.service.RequestId;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/**
 * A request for a picture, to be sent to a node.
 *
 * @param uri path and query
 * @param body what is posted; empty: it is a GET
 * @param generic whether the picture is worth caching on disk
 * @param id the id of the reader's request, for the logs
 */
record PictureRequest(
    String uri, Optional<Body> body, ImageFormat format, boolean generic, RequestId id) {

  /** The body of a POST, with its media type. */
  record Body(String type, Buffer bytes) {}

  /** A small badge, requested to find out whether a node is healthy. */
  static final PictureRequest PROBE =
      ofBadge("message=well", ImageFormat.SVG, false, new RequestId("probe"));

  static PictureRequest of(Badge badge, ImageFormat format, boolean generic, RequestId id) {
    return ofBadge(BadgeQuery.encode(badge), format, generic, id);
  }

  private static PictureRequest ofBadge(
      String query, ImageFormat format, boolean generic, RequestId id) {
    String path = PictureExchange.path(format);
    String uri = path + "?" + query;
    return uri.length() <= PictureExchange.LONGEST_URL
        ? new PictureRequest(uri, Optional.empty(), format, generic, id)
        : new PictureRequest(
            path,
            Optional.of(new Body(PictureExchange.FORM, Buffer.buffer(query))),
            format,
            generic,
            id);
  }

  static PictureRequest of(ChartRequest chart, ImageFormat format, RequestId id) {
    Body body = new Body(ChartExchange.TYPE, Buffer.buffer(ChartForm.encode(chart)));
    return new PictureRequest(ChartExchange.path(format), Optional.of(body), format, false, id);
  }
}
