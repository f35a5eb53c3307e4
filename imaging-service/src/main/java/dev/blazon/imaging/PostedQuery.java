package dev.blazon.imaging;

import dev.blazon.badge.PictureExchange;
import dev.blazon.service.http.RequestBodies;
import dev.blazon.service.http.UnreadBodyException;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads a badge query from the body of a POST, used if it is too long for a URL. */
final class PostedQuery {

  /** A 32 KB logo is 44 KB in base64, and at most three times that when percent-encoded. */
  static final int MAX_BYTES = 128 << 10;

  /** The body has another media type. */
  private static final class WrongTypeException extends Exception {
    WrongTypeException() {
      super("a body is " + PictureExchange.FORM, null, false, false);
    }
  }

  private PostedQuery() {}

  /** Reads the body as text; for failures, see {@link #status} and {@link #line}. */
  static Future<String> receive(HttpServerRequest request, RequestBodies bodies) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(PictureExchange.FORM)) {
      return Future.failedFuture(new WrongTypeException());
    }
    return bodies.read(
        request,
        MAX_BYTES,
        body -> Future.succeededFuture(body.toString(StandardCharsets.US_ASCII)));
  }

  /** The HTTP status for a failure of {@link #receive}. */
  static int status(Throwable e) {
    return e instanceof UnreadBodyException unread ? unread.status() : 415;
  }

  /** The line of text for the client about a failure of {@link #receive}. */
  static String line(Throwable e) {
    return status(e) == 413 ? "a body is 128 KB at most" : e.getMessage();
  }
}
