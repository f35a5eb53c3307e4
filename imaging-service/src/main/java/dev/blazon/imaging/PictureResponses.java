package dev.blazon.imaging;

import static io.vertx.core.http.HttpHeaders.createOptimized;

import dev.blazon.badge.Picture;
import dev.blazon.badge.PictureExchange;
import dev.blazon.service.http.AccessLogEntry;
import dev.blazon.service.http.EntityTag;
import dev.blazon.service.log.InternalErrors;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Sends pictures, and refusals of requests for pictures. {@link PictureExchange} defines the
 * headers. Thread-safe.
 */
final class PictureResponses {

  /** The methods that ask for what a URL names; only their answers may be "not modified". */
  static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

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

  private final EndpointMetrics metrics;

  PictureResponses(EndpointMetrics metrics) {
    this.metrics = metrics;
  }

  /**
   * Sends a picture.
   *
   * @param kind what it is, for the access log, as in {@code picture}
   */
  void send(AccessLogEntry entry, Picture picture, String kind) {
    entry.setResult(kind, picture.source().word());
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

  /** Answers that a picture could not be painted. */
  void fail(AccessLogEntry entry, Throwable e) {
    HttpServerRequest request = entry.request();
    if (ImagingService.isForWantOfTime(e)) {
      request.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
      refuse(request, 503, "too busy, try again");
    } else {
      InternalErrors.log(entry.id(), e, "cannot paint {}", request.uri());
      refuse(request, 500, "cannot paint this picture");
    }
  }

  /** Refuses a request, unless it has been answered. */
  void refuse(HttpServerRequest request, int status, String line) {
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

  /** Refuses a method. */
  void refuseMethod(HttpServerRequest request, String allowed) {
    request.response().putHeader(HttpHeaders.ALLOW, allowed);
    refuse(request, 405, "only " + allowed);
  }
}
