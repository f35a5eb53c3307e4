package dev.blazon.service.http;

import dev.blazon.service.Readiness;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * Adds {@code Connection: close} to every response once the service is stopping (RFC 9112, section
 * 9.6). Clients with persistent connections have then moved elsewhere before the port is closed,
 * and none sends a request on a connection that is just being closed. Thread-safe.
 */
final class ConnectionDraining implements Handler<HttpServerRequest> {

  private final Readiness readiness;
  private final Handler<HttpServerRequest> next;

  ConnectionDraining(Readiness readiness, Handler<HttpServerRequest> next) {
    this.readiness = readiness;
    this.next = next;
  }

  @Override
  public void handle(HttpServerRequest request) {
    if (readiness.isStopping()) {
      markLast(request.response());
    }
    next.handle(request);
  }

  /**
   * Marks a response as the last on its connection. The header is added at the end, because cached
   * responses replace all headers at once.
   */
  static void markLast(HttpServerResponse response) {
    response.headersEndHandler(
        headers -> response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE));
  }

  /** Closes the connection when this response is sent; the response says so. */
  static void closeAfterAnswer(HttpServerRequest request) {
    markLast(request.response());
    request.response().endHandler(sent -> request.connection().close());
  }
}
