package dev.blazon.service.http;

import dev.blazon.service.Readiness;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/**
 * Answers {@code /healthz} (200 as long as the process can answer; if it does not, restart it) and
 * {@code /readyz} (200 while the service is ready, else 503 and the reason). Both are on the admin
 * port, for people and orchestrators, and on the service's own port, for load balancers.
 * Thread-safe.
 */
public final class Health {

  private static final String ALIVE = "/healthz";
  private static final String READY = "/readyz";

  private final Readiness readiness;

  public Health(Readiness readiness) {
    this.readiness = readiness;
  }

  /** Whether this is the path of a health check. */
  static boolean isAt(String path) {
    return READY.equals(path) || ALIVE.equals(path);
  }

  /**
   * Answers the request if it is a health check.
   *
   * @return whether it was one and has been answered
   */
  public boolean handle(HttpServerRequest request) {
    if (!HttpMethod.GET.equals(request.method()) && !HttpMethod.HEAD.equals(request.method())) {
      return false;
    }
    String path = request.path();
    if (ALIVE.equals(path)) {
      PlainText.answer(request, 200, "ok");
    } else if (READY.equals(path)) {
      readiness
          .obstacle()
          .ifPresentOrElse(
              why -> PlainText.answer(request, 503, why),
              () -> PlainText.answer(request, 200, "ready"));
    } else {
      return false;
    }
    return true;
  }
}
