package dev.blazon.api.imaging;

import dev.blazon.api.remote.RemoteNode;
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

/** The HTTP client of imaging services, with keep-alive connections. Thread-safe. */
final class ImagingClient {

  /**
   * A badge is painted in well under a millisecond, so with more connections requests would only
   * queue in the service instead of here.
   */
  private static final int CONNECTIONS_PER_NODE = 16;

  private static final int WAITING_AT_MOST = 4096;

  /** The longest line of a refusal that is kept, in bytes. */
  private static final int LONGEST_LINE = 200;

  /** Shorter than the time after which a server closes an idle connection. */
  private static final int KEEP_ALIVE_SECONDS = 10;

  private final HttpClient http;
  private final Duration deadline;

  /**
   * The service answered that this picture cannot be painted; another one would answer the same.
   */
  static final class RefusedException extends RuntimeException {
    private RefusedException(String message) {
      super(message);
    }
  }

  /** The service is healthy but overloaded. */
  private static final class BusyException extends RuntimeException {
    private BusyException(String message) {
      super(message);
    }
  }

  /** The service's answer is not a picture. */
  private static final class NoPictureException extends RuntimeException {
    private NoPictureException(String message) {
      super(message);
    }
  }

  /**
   * Creates a client.
   *
   * @param deadline the longest time for one request
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

  /**
   * Requests a picture. At the deadline the request is reset and the future fails, so that nothing
   * stays under way.
   */
  Future<Picture> picture(RemoteNode<NodeAddress> node, PictureRequest picture) {
    ImageFormat format = picture.format();
    long end = System.nanoTime() + deadline.toNanos();
    RequestOptions options = options(node, picture);
    options.putHeader(RequestId.HEADER, picture.id().text());
    if (!picture.generic()) {
      options.putHeader(HttpHeaders.CACHE_CONTROL, PictureExchange.NO_STORE);
    }
    return http.request(options)
        .compose(
            request ->
                send(request, picture.body())
                    .compose(
                        response ->
                            PictureBody.read(request, response)
                                .compose(body -> read(response, body, format)))
                    .timeout(Math.max(1, millisUntil(end)), TimeUnit.MILLISECONDS)
                    .onFailure(problem -> resetIfLate(request, problem)));
  }

  private static long millisUntil(long end) {
    return TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
  }

  /**
   * Resets a request that timed out: a node that sends a byte now and then would hold the
   * connection for ever.
   */
  private static void resetIfLate(HttpClientRequest request, Throwable problem) {
    if (problem instanceof TimeoutException) {
      request.reset();
    }
  }

  /** Requests a small badge, to find out whether the node is healthy. */
  Future<Picture> probe(RemoteNode<NodeAddress> node) {
    return picture(node, PictureRequest.PROBE);
  }

  Future<Void> close() {
    return http.close();
  }

  /**
   * Whether the problem means that no process listens there, and not only a slow or wrong answer.
   */
  static boolean isGone(Throwable problem) {
    return problem instanceof ConnectException || problem instanceof UnknownHostException;
  }

  /**
   * Whether the node or our connections to it are overloaded, which does not mean that the node is
   * unhealthy.
   */
  static boolean isBusy(Throwable problem) {
    return problem instanceof BusyException || problem instanceof ConnectionPoolTooBusyException;
  }

  private RequestOptions options(RemoteNode<NodeAddress> node, PictureRequest picture) {
    return new RequestOptions()
        .setMethod(picture.body().isEmpty() ? HttpMethod.GET : HttpMethod.POST)
        .setAbsoluteURI(node.address().service() + picture.uri())
        .setServer(node.address().server())
        .setConnectTimeout(deadline.toMillis());
  }

  private static Future<HttpClientResponse> send(
      HttpClientRequest request, Optional<PictureRequest.Body> body) {
    if (body.isEmpty()) {
      return request.send();
    }
    request.putHeader(HttpHeaders.CONTENT_TYPE, body.get().type());
    return request.send(body.get().bytes());
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
          case 400, 413, 414 -> new RefusedException(problem + ": " + line(body));
          case 503 -> new BusyException(problem);
          default -> new NoPictureException(problem);
        });
  }

  /** The beginning of a refusal, which is one short line of text. */
  private static String line(Buffer body) {
    return body.getString(0, Math.min(LONGEST_LINE, body.length())).strip();
  }

  /**
   * Whether the answer is a picture in this format. Another server may answer there, because the
   * address of a stopped node can be assigned again.
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
