package dev.blazon.service.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * Answers malformed or too long requests with a line of text, and closes the connection, because it
 * is unknown where the next request begins. For {@code HttpServer.invalidRequestHandler}.
 * Thread-safe.
 */
final class MalformedRequests implements Handler<HttpServerRequest> {

  private final ClientErrorCount errors;

  MalformedRequests(ClientErrorCount errors) {
    this.errors = errors;
  }

  @Override
  public void handle(HttpServerRequest request) {
    Throwable cause = request.decoderResult().cause();
    if (cause instanceof TooLongHttpLineException) {
      errors.add(ClientErrorCount.Kind.URL_TOO_LONG);
      refuse(request, 414, "the URL is too long");
    } else if (cause instanceof TooLongHttpHeaderException) {
      errors.add(ClientErrorCount.Kind.HEADERS_TOO_LONG);
      refuse(request, 431, "the headers are too long");
    } else {
      errors.add(ClientErrorCount.Kind.MALFORMED);
      refuse(request, 400, "this is not an HTTP request");
    }
  }

  /** Answers with the status and the line, and closes the connection. */
  static void refuse(HttpServerRequest request, int status, String line) {
    SecurityHeaders.put(request.response())
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain;charset=utf-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
        .end(line + "\n");
    // Now, not after sending: otherwise requests that have already been read would be answered.
    request.connection().close();
  }
}
