package dev.blazon.service.http;

import dev.blazon.service.Readiness;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * Once the service stops, every answer is the last on its connection (RFC 9112, section 9.6): so
 * clients that keep connections have moved elsewhere when the port is closed, and none sends a
 * request into a connection that closes at the same moment. Thread-safe.
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
      isLast(request.response());
    }
    next.handle(request);
  }

  /**
   * Says so at the last moment: an answer that is given again and again replaces all headers at
   * once.
   */
  static void isLast(HttpServerResponse response) {
    response.headersEndHandler(
        headers -> response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE));
  }
}
