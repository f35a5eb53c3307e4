package dev.blazon.imaging;

import static dev.blazon.badge.PictureExchange.isNoStore;
import static io.vertx.core.http.HttpHeaders.createOptimized;

import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeQuery;
import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.InvalidBadgeQueryException;
import dev.blazon.badge.Picture;
import dev.blazon.badge.PictureExchange;
import dev.blazon.service.RequestId;
import dev.blazon.service.http.AccessLogEntry;
import dev.blazon.service.http.EntityTag;
import dev.blazon.service.http.Health;
import dev.blazon.service.http.RequestBodies;
import dev.blazon.service.http.SecurityHeaders;
import dev.blazon.service.log.InternalErrors;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The HTTP interface: {@code /v1/badge.svg} and {@code /v1/badge.png} with a {@link BadgeQuery}.
 *
 * <p>GET and HEAD carry the query in the URL. POST carries it in the body, because a custom logo
 * may have 32 KB, which is too long for a URL. {@code Cache-Control: no-store} in a request (RFC
 * 9111, section 5.2.1.5) means that the picture is not generic; it is then not cached on disk.
 *
 * <p>Also answers {@link Health} checks. The protocol is defined in {@link PictureExchange}.
 */
final class BadgeEndpoint implements Handler<HttpServerRequest> {

  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private static final CharSequence PLAIN_TEXT = createOptimized("text/plain;charset=utf-8");
  private static final CharSequence NO_STORE = createOptimized(PictureExchange.NO_STORE);

  /** A picture never changes for the same query, unless its logo is missing for lack of time. */
  private static final CharSequence FOR_A_DAY = createOptimized("public, max-age=86400, immutable");

  private static final CharSequence BLAZON_CACHE = createOptimized(PictureExchange.SOURCE_HEADER);
  private static final CharSequence BLAZON_LOGO = createOptimized(PictureExchange.LOGO_HEADER);

  private static final Map<Picture.Source, CharSequence> SOURCES =
      new EnumMap<>(Picture.Source.class);

  static {
    for (Picture.Source source : Picture.Source.values()) {
      SOURCES.put(source, createOptimized(source.word()));
    }
  }

  private final ImagingService imaging;
  private final RequestBodies bodies;
  private final EndpointMetrics metrics;
  private final Health health;

  BadgeEndpoint(
      ImagingService imaging, RequestBodies bodies, EndpointMetrics metrics, Health health) {
    this.imaging = imaging;
    this.bodies = bodies;
    this.metrics = metrics;
    this.health = health;
  }

  @Override
  public void handle(HttpServerRequest request) {
    AccessLogEntry entry = AccessLogEntry.begin(request);
    SecurityHeaders.put(request.response()).putHeader(RequestId.HEADER, entry.id().text());
    if (request.uri().length() > PictureExchange.LONGEST_URL) {
      refuse(request, 414, "the URL is longer than 8 KB");
      return;
    }
    Optional<ImageFormat> format = PictureExchange.format(request.path());
    if (format.isEmpty()) {
      if (!health.handle(request)) {
        refuse(request, 404, "not found: try /v1/badge.svg or /v1/badge.png");
      }
    } else if (READING.contains(request.method())) {
      read(entry, format.get());
    } else if (HttpMethod.POST.equals(request.method())) {
      PostedQuery.receive(request, bodies)
          .onSuccess(query -> paint(entry, format.get(), query))
          .onFailure(e -> refuse(request, PostedQuery.status(e), PostedQuery.line(e)));
    } else {
      request.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD, POST");
      refuse(request, 405, "only GET, HEAD and POST");
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
      refuse(request, 400, e.getMessage());
      return;
    }
    imaging
        .picture(badge, format, !isNoStore(request.getHeader(HttpHeaders.CACHE_CONTROL)))
        .onSuccess(picture -> answer(entry, picture))
        .onFailure(e -> fail(entry, e));
  }

  private static void answer(AccessLogEntry entry, Picture picture) {
    entry.setResult("picture", picture.source().word());
    HttpServerRequest request = entry.request();
    HttpServerResponse response = request.response();
    response
        .putHeader(HttpHeaders.ETAG, picture.etag())
        .putHeader(HttpHeaders.CACHE_CONTROL, picture.hurried() ? NO_STORE : FOR_A_DAY)
        .putHeader(BLAZON_CACHE, SOURCES.get(picture.source()));
    picture.logoProblem().ifPresent(problem -> response.putHeader(BLAZON_LOGO, problem));
    if (isKnown(request, picture.etag())) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, picture.format().contentType());
    if (request.method().equals(HttpMethod.HEAD)) {
      response
          .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(picture.body().length()))
          .end();
    } else {
      response.end(picture.body());
    }
  }

  private static boolean isKnown(HttpServerRequest request, String etag) {
    return READING.contains(request.method())
        && EntityTag.matches(request.headers().getAll(HttpHeaders.IF_NONE_MATCH), etag);
  }

  private void fail(AccessLogEntry entry, Throwable e) {
    HttpServerRequest request = entry.request();
    if (ImagingService.isForWantOfTime(e)) {
      request.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
      refuse(request, 503, "too busy, try again");
    } else {
      InternalErrors.log(entry.id(), e, "cannot paint {}", request.uri());
      refuse(request, 500, "cannot paint this badge");
    }
  }

  private void refuse(HttpServerRequest request, int status, String line) {
    if (request.response().ended()) {
      return;
    }
    metrics.refused(status);
    request
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, PLAIN_TEXT)
        .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE)
        .end(line + "\n");
  }
}
