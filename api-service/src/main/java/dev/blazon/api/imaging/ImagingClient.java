package dev.blazon.api.imaging;

import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.Picture;
import dev.blazon.badge.PictureExchange;
import dev.blazon.service.RequestId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Speaks HTTP with one imaging service at a time, over kept connections. Thread-safe. */
final class ImagingClient {

  /** A badge is painted in well under a millisecond: more would only queue elsewhere. */
  private static final int CONNECTIONS_PER_NODE = 16;

  private static final int WAITING_AT_MOST = 4096;

  /** Sooner than a server closes a connection that is not used. */
  private static final int KEEP_ALIVE_SECONDS = 10;

  private final HttpClient http;
  private final Duration deadline;

  /** The service says that this badge cannot be painted, by any of them. */
  static final class RefusedException extends RuntimeException {
    private RefusedException(String message) {
      super(message);
    }
  }

  /** The service is well, and has too much to do. */
  private static final class BusyException extends RuntimeException {
    private BusyException(String message) {
      super(message);
    }
  }

  /** The service answered, but not with a picture. */
  private static final class NoPictureException extends RuntimeException {
    private NoPictureException(String message) {
      super(message);
    }
  }

  /**
   * A client.
   *
   * @param deadline for one request
   */
  ImagingClient(Vertx vertx, Duration deadline) {
    this.deadline = deadline;
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setConnectTimeout((int) deadline.toMillis()),
            new PoolOptions()
                .setHttp1MaxSize(CONNECTIONS_PER_NODE)
                .setMaxWaitQueueSize(WAITING_AT_MOST));
  }

  /** The picture, or a failure within the deadline, with nothing left under way. */
  Future<Picture> picture(ImagingNode node, PictureRequest picture) {
    String query = picture.query();
    ImageFormat format = picture.format();
    long end = System.nanoTime() + deadline.toNanos();
    String path = PictureExchange.path(format);
    boolean fitsUrl = path.length() + 1 + query.length() <= PictureExchange.LONGEST_URL;
    RequestOptions options =
        fitsUrl
            ? options(node, HttpMethod.GET, path + "?" + query)
            : options(node, HttpMethod.POST, path);
    options.putHeader(RequestId.HEADER, picture.id().text());
    if (!picture.generic()) {
      options.putHeader(HttpHeaders.CACHE_CONTROL, PictureExchange.NO_STORE);
    }
    return http.request(options)
        .compose(
            request ->
                (fitsUrl ? request.send() : sendForm(request, query))
                    .compose(
                        response -> response.body().compose(body -> read(response, body, format)))
                    .timeout(Math.max(1, millisUntil(end)), TimeUnit.MILLISECONDS)
                    .onFailure(problem -> hangUp(request, problem)));
  }

  private static long millisUntil(long end) {
    return TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
  }

  /** A node that sends a byte now and then would keep the connection for ever. */
  private static void hangUp(HttpClientRequest request, Throwable problem) {
    if (problem instanceof TimeoutException) {
      request.reset();
    }
  }

  /** Whether the service paints a small badge. */
  Future<Picture> probe(ImagingNode node) {
    return picture(node, PictureRequest.PROBE);
  }

  Future<Void> close() {
    return http.close();
  }

  /** Whether the problem means that nobody listens there, as against a slow or wrong answer. */
  static boolean isGone(Throwable problem) {
    return problem instanceof ConnectException || problem instanceof UnknownHostException;
  }

  /** Whether somebody had too much to do, which is no sign that anything is wrong with the node. */
  static boolean isBusy(Throwable problem) {
    return problem instanceof BusyException || problem instanceof ConnectionPoolTooBusyException;
  }

  private RequestOptions options(ImagingNode node, HttpMethod method, String uri) {
    return new RequestOptions()
        .setMethod(method)
        .setAbsoluteURI(node.address().service() + uri)
        .setServer(node.address().server())
        .setConnectTimeout(deadline.toMillis());
  }

  private static Future<HttpClientResponse> sendForm(HttpClientRequest request, String query) {
    request.putHeader(HttpHeaders.CONTENT_TYPE, PictureExchange.FORM);
    return request.send(query);
  }

  private static Future<Picture> read(
      HttpClientResponse response, Buffer body, ImageFormat format) {
    int status = response.statusCode();
    if (status == 200 && isOf(format, response)) {
      return Future.succeededFuture(
          new Picture(
              format,
              body,
              response.getHeader(HttpHeaders.ETAG),
              source(response),
              Optional.ofNullable(response.getHeader(PictureExchange.LOGO_HEADER)),
              PictureExchange.isNoStore(response.getHeader(HttpHeaders.CACHE_CONTROL))));
    }
    String problem =
        status == 200 ? "imaging answered with no picture" : "imaging answered " + status;
    return Future.failedFuture(
        switch (status) {
          case 400, 413, 414 -> new RefusedException(problem + ": " + body);
          case 503 -> new BusyException(problem);
          default -> new NoPictureException(problem);
        });
  }

  /**
   * Whoever answers there may be somebody else: addresses of nodes that went are given to others.
   */
  private static boolean isOf(ImageFormat format, HttpClientResponse response) {
    return format.contentType().equals(response.getHeader(HttpHeaders.CONTENT_TYPE))
        && response.getHeader(HttpHeaders.ETAG) != null;
  }

  private static Picture.Source source(HttpClientResponse response) {
    return Picture.Source.of(response.getHeader(PictureExchange.SOURCE_HEADER))
        .orElse(Picture.Source.PAINTED);
  }
}
