package dev.blazon.service.http;

import dev.blazon.service.Readiness;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

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
   * An answer in plain text.
   *
   * @param status the HTTP status
   * @param line without a line break
   */
  public record Answer(int status, String line) {}

  /** The answer to a GET or HEAD request for this path; empty: it is no health check. */
  public Optional<Answer> answer(String path) {
    if (ALIVE.equals(path)) {
      return Optional.of(new Answer(200, "ok"));
    }
    if (READY.equals(path)) {
      return Optional.of(
          readiness
              .obstacle()
              .map(why -> new Answer(503, why))
              .orElseGet(() -> new Answer(200, "ready")));
    }
    return Optional.empty();
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
    Optional<Answer> answer = answer(request.path());
    answer.ifPresent(now -> PlainText.answer(request, now.status(), now.line()));
    return answer.isPresent();
  }
}
