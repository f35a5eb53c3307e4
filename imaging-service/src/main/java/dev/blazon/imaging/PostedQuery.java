package dev.blazon.imaging;

import dev.blazon.badge.PictureExchange;
import dev.blazon.service.http.BoundedBody;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Reads a badge query from the body of a POST, used if it is too long for a URL. */
final class PostedQuery {

  /** A 32 KB logo is 44 KB in base64, and at most three times that when percent-encoded. */
  static final int MAX_BYTES = 128 << 10;

  private static final Duration DEADLINE = Duration.ofSeconds(3);

  /** The body has another media type. */
  private static final class WrongTypeException extends Exception {
    WrongTypeException() {
      super("a body is " + PictureExchange.FORM, null, false, false);
    }
  }

  private PostedQuery() {}

  /** Reads the body as text; for failures, see {@link #status} and {@link #line}. */
  static Future<String> receive(HttpServerRequest request) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(PictureExchange.FORM)) {
      return Future.failedFuture(new WrongTypeException());
    }
    return BoundedBody.read(request, MAX_BYTES)
        .timeout(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
        .map(body -> body.toString(StandardCharsets.US_ASCII))
        .onFailure(e -> request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE));
  }

  /** The HTTP status for a failure of {@link #receive}. */
  static int status(Throwable e) {
    if (e instanceof WrongTypeException) {
      return 415;
    }
    return e instanceof BoundedBody.TooLongException ? 413 : 408;
  }

  /** The line of text for the client about a failure of {@link #receive}. */
  static String line(Throwable e) {
    return switch (status(e)) {
      case 413 -> "a body is 128 KB at most";
      case 415 -> e.getMessage();
      default -> "the body did not arrive in time";
    };
  }
}
