package dev.blazon.service;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/**
 * The operator's door, never public: {@code /healthz} (the process answers), {@code /readyz} (it
 * wants requests), {@code /metrics} (Prometheus text format 0.0.4).
 */
final class AdminServer {

  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final String PLAIN_TEXT = "text/plain;charset=utf-8";
  private static final String PROMETHEUS_TEXT = "text/plain;version=0.0.4;charset=utf-8";

  private final Vertx vertx;
  private final Readiness readiness;
  private final PrometheusMeterRegistry metrics;
  private final HttpServer server;

  AdminServer(Vertx vertx, Readiness readiness, PrometheusMeterRegistry metrics) {
    this.vertx = vertx;
    this.readiness = readiness;
    this.metrics = metrics;
    this.server = vertx.createHttpServer().requestHandler(this::answer);
  }

  /** Listens; fails with {@link CannotListenException} when the port is taken. */
  Future<Void> listen(Address address) {
    return Listening.on(server, address).mapEmpty();
  }

  int port() {
    return server.actualPort();
  }

  Future<Void> close() {
    return server.close();
  }

  private void answer(HttpServerRequest request) {
    if (!READING.contains(request.method())) {
      request.response().putHeader("Allow", "GET, HEAD");
      answer(request, 405, PLAIN_TEXT, "only GET and HEAD\n");
      return;
    }
    switch (request.path()) {
      case "/healthz" -> answer(request, 200, PLAIN_TEXT, "ok\n");
      case "/readyz" ->
          readiness
              .obstacle()
              .ifPresentOrElse(
                  why -> answer(request, 503, PLAIN_TEXT, why + "\n"),
                  () -> answer(request, 200, PLAIN_TEXT, "ready\n"));
      case "/metrics" ->
          vertx
              .executeBlocking(() -> metrics.scrape(PROMETHEUS_TEXT))
              .onSuccess(text -> answer(request, 200, PROMETHEUS_TEXT, text))
              .onFailure(e -> answer(request, 500, PLAIN_TEXT, "metrics cannot be read\n"));
      default -> answer(request, 404, PLAIN_TEXT, "/healthz, /readyz, /metrics\n");
    }
  }

  private static void answer(HttpServerRequest request, int status, String type, String body) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", type)
        .putHeader("Cache-Control", "no-store")
        .end(body);
  }
}
