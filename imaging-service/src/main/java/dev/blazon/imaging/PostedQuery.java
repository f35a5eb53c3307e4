package dev.blazon.imaging;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Receives a badge query that came as a body, because it is too long for a URL. */
final class PostedQuery {

  /** A 32 KB logo is 44 KB in base64, and at most three times that when percent-encoded. */
  static final int MAX_BYTES = 128 << 10;

  private static final Duration DEADLINE = Duration.ofSeconds(3);
  private static final String FORM = "application/x-www-form-urlencoded";

  /** Why the body was not taken. */
  private static final class RefusedException extends RuntimeException {
    private final int status;

    RefusedException(int status, String line) {
      super(line);
      this.status = status;
    }
  }

  private PostedQuery() {}

  /** The body as text, or a failure whose message is for the sender. */
  static Future<String> receive(HttpServerRequest request) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(FORM)) {
      return Future.failedFuture(new RefusedException(415, "a body is " + FORM));
    }
    Promise<String> received = Promise.promise();
    Buffer body = Buffer.buffer();
    request.exceptionHandler(received::tryFail);
    request.endHandler(end -> received.tryComplete(body.toString(StandardCharsets.US_ASCII)));
    request.handler(
        part -> {
          if (body.length() + part.length() <= MAX_BYTES) {
            body.appendBuffer(part);
          } else {
            received.tryFail(new RefusedException(413, "a body is 128 KB at most"));
          }
        });
    return received
        .future()
        .timeout(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
        .onFailure(e -> request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE));
  }

  /** The HTTP status that tells of a failure of {@link #receive}. */
  static int status(Throwable e) {
    return e instanceof RefusedException refused ? refused.status : 408;
  }
}
