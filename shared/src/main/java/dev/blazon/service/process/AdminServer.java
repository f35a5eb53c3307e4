package dev.blazon.service.process;

import dev.blazon.service.Address;
import dev.blazon.service.Readiness;
import dev.blazon.service.http.Health;
import dev.blazon.service.http.HttpFace;
import dev.blazon.service.http.HttpLimits;
import dev.blazon.service.http.HttpMemory;
import dev.blazon.service.http.PlainText;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/**
 * The server on the operator's port, which must not be public: {@link Health}, and {@code /metrics}
 * (Prometheus text format 0.0.4).
 */
final class AdminServer implements Handler<HttpServerRequest> {

  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final String PROMETHEUS_TEXT = "text/plain;version=0.0.4;charset=utf-8";

  /** Enough for an operator, some scrapers and probes. */
  private static final HttpLimits LIMITS =
      new HttpLimits(256, 4 * 1024, 8 * 1024, 1024, HttpMemory.SMALL);

  private final Vertx vertx;
  private final Health health;
  private final PrometheusMeterRegistry metrics;

  private AdminServer(Vertx vertx, Readiness readiness, PrometheusMeterRegistry metrics) {
    this.vertx = vertx;
    this.health = new Health(readiness);
    this.metrics = metrics;
  }

  /** Listens; fails with {@link dev.blazon.service.http.CannotListenException}. */
  static Future<HttpFace> open(
      Vertx vertx, Address address, Readiness readiness, PrometheusMeterRegistry metrics) {
    return HttpFace.open(
        vertx,
        new HttpFace.Port("admin", address, 1, LIMITS),
        readiness,
        metrics,
        () -> new AdminServer(vertx, readiness, metrics));
  }

  @Override
  public void handle(HttpServerRequest request) {
    if (!READING.contains(request.method())) {
      request.response().putHeader("Allow", "GET, HEAD");
      PlainText.answer(request, 405, "only GET and HEAD");
    } else if ("/metrics".equals(request.path())) {
      vertx
          .executeBlocking(() -> metrics.scrape(PROMETHEUS_TEXT))
          .onSuccess(text -> PlainText.answer(request, 200, PROMETHEUS_TEXT, text))
          .onFailure(e -> PlainText.answer(request, 500, "metrics cannot be read"));
    } else if (!health.handle(request)) {
      PlainText.answer(request, 404, "/healthz, /readyz, /metrics");
    }
  }
}
