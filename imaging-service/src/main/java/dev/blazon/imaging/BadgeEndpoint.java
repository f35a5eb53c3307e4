package dev.blazon.imaging;

import static dev.blazon.badge.PictureExchange.isNoStore;

import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeQuery;
import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.InvalidBadgeQueryException;
import dev.blazon.badge.PictureExchange;
import dev.blazon.chart.wire.ChartExchange;
import dev.blazon.service.RequestId;
import dev.blazon.service.http.AccessLogEntry;
import dev.blazon.service.http.Health;
import dev.blazon.service.http.RequestBodies;
import dev.blazon.service.http.SecurityHeaders;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * The HTTP interface: {@code /v1/badge.svg} and {@code /v1/badge.png} with a {@link BadgeQuery}.
 *
 * <p>GET and HEAD carry the query in the URL. POST carries it in the body, because a custom logo
 * may have 32 KB, which is too long for a URL. {@code Cache-Control: no-store} in a request (RFC
 * 9111, section 5.2.1.5) means that the picture is not generic; it is then not cached on disk.
 *
 * <p>{@link ChartEndpoint} answers requests for charts, and {@link Health} those for checks. The
 * protocol is defined in {@link PictureExchange} and {@link ChartExchange}.
 */
final class BadgeEndpoint implements Handler<HttpServerRequest> {

  private final ImagingService imaging;
  private final RequestBodies bodies;
  private final PictureResponses responses;
  private final ChartEndpoint charts;
  private final Health health;

  BadgeEndpoint(
      ImagingService imaging, RequestBodies bodies, EndpointMetrics metrics, Health health) {
    this.imaging = imaging;
    this.bodies = bodies;
    this.responses = new PictureResponses(metrics);
    this.charts = new ChartEndpoint(imaging, bodies, responses);
    this.health = health;
  }

  @Override
  public void handle(HttpServerRequest request) {
    AccessLogEntry entry = AccessLogEntry.begin(request);
    SecurityHeaders.put(request.response()).putHeader(RequestId.HEADER, entry.id().text());
    if (request.uri().length() > PictureExchange.LONGEST_URL) {
      responses.refuse(request, 414, "the URL is longer than 8 KB");
      return;
    }
    Optional<ImageFormat> format = PictureExchange.format(request.path());
    if (format.isEmpty()) {
      if (!charts.handle(entry) && !health.handle(request)) {
        responses.refuse(request, 404, "not found: try /v1/badge.svg or /v1/badge.png");
      }
    } else if (PictureResponses.READING.contains(request.method())) {
      read(entry, format.get());
    } else if (HttpMethod.POST.equals(request.method())) {
      PostedQuery.receive(request, bodies)
          .onSuccess(query -> paint(entry, format.get(), query))
          .onFailure(e -> responses.refuse(request, PostedQuery.status(e), PostedQuery.line(e)));
    } else {
      responses.refuseMethod(request, "GET, HEAD, POST");
    }
  }

  private void read(AccessLogEntry entry, ImageFormat format) {
    String query = entry.request().query();
    paint(entry, format, query == null ? "" : query);
  }

  private void paint(AccessLogEntry entry, ImageFormat format, String query) {
    HttpServerRequest request = entry.request();
    Badge badge;
    try {
      badge = BadgeQuery.decode(query);
    } catch (InvalidBadgeQueryException e) {
      responses.refuse(request, 400, e.getMessage());
      return;
    }
    imaging
        .picture(badge, format, !isNoStore(request.getHeader(HttpHeaders.CACHE_CONTROL)))
        .onSuccess(picture -> responses.send(entry, picture, "picture"))
        .onFailure(e -> responses.fail(entry, e));
  }
}
