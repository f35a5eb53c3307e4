package dev.blazon.service.process;

import dev.blazon.service.Address;
import dev.blazon.service.Readiness;
import dev.blazon.service.http.CannotListenException;
import dev.blazon.service.http.Health;
import dev.blazon.service.http.Listening;
import dev.blazon.service.http.PlainText;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/**
 * The operator's door, never public: {@link Health}, and {@code /metrics} (Prometheus text format
 * 0.0.4).
 */
final class AdminServer {

  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final String PROMETHEUS_TEXT = "text/plain;version=0.0.4;charset=utf-8";

  private final Vertx vertx;
  private final Health health;
  private final PrometheusMeterRegistry metrics;
  private final HttpServer server;

  AdminServer(Vertx vertx, Readiness readiness, PrometheusMeterRegistry metrics) {
    this.vertx = vertx;
    this.health = new Health(readiness);
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
      PlainText.answer(request, 405, "only GET and HEAD");
    } else if ("/metrics".equals(request.path())) {
      vertx
          .executeBlocking(() -> metrics.scrape(PROMETHEUS_TEXT))
          .onSuccess(text -> PlainText.answer(request, 200, PROMETHEUS_TEXT, text))
          .onFailure(e -> PlainText.answer(request, 500, "metrics cannot be read"));
    } else if (!health.test(request)) {
      PlainText.answer(request, 404, "/healthz, /readyz, /metrics");
    }
  }
}
