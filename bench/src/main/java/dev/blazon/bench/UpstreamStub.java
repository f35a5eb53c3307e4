package dev.blazon.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A stand-in for PyPI, pypistats and pepy.tech: it knows every project, answers after a set time,
 * and counts requests.
 *
 * <p>It has two more paths: {@code GET /stub/requests} returns the number of requests, {@code POST
 * /stub/delay?ms=500} sets the time.
 */
final class UpstreamStub {

  private static final Buffer COUNTS =
      Buffer.buffer(
          "{\"data\":{\"last_day\":1234,\"last_month\":45678,\"last_week\":9999},"
              + "\"package\":\"project\",\"type\":\"recent_downloads\"}");

  private static final Buffer TOTAL =
      Buffer.buffer("{\"id\":\"project\",\"total_downloads\":123456789}");

  private final Vertx vertx;
  private final ProjectDocument document;
  private final AtomicLong requests = new AtomicLong();
  private volatile Duration delay;

  UpstreamStub(Vertx vertx, ProjectDocument document, Duration delay) {
    this.vertx = vertx;
    this.document = document;
    this.delay = delay;
  }

  /**
   * Arguments: port, response time in milliseconds, size of a document in bytes. Runs until it is
   * killed.
   */
  public static void main(String[] arguments) {
    Vertx vertx =
        Vertx.builder()
            .with(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(1))
            .build();
    ProjectDocument document = new ProjectDocument(Integer.parseInt(arguments[2]));
    Duration delay = Duration.ofMillis(Long.parseLong(arguments[1]));
    new UpstreamStub(vertx, document, delay).listen(Integer.parseInt(arguments[0])).await();
  }

  Future<HttpServer> listen(int port) {
    return vertx
        .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(port))
        .requestHandler(this::answer)
        .listen();
  }

  private void answer(HttpServerRequest request) {
    String path = request.path();
    if (path.equals("/stub/requests")) {
      request.response().end(Long.toString(requests.get()));
    } else if (path.equals("/stub/delay")) {
      delay = Duration.ofMillis(Long.parseLong(request.getParam("ms")));
      request.response().end();
    } else {
      requests.incrementAndGet();
      answerLater(request, body(path));
    }
  }

  private Buffer body(String path) {
    if (path.startsWith("/api/v2/projects/")) {
      return TOTAL;
    }
    String[] segments = path.split("/", -1);
    return path.startsWith("/api/packages/") || segments.length < 3
        ? COUNTS
        : document.of(segments[2]);
  }

  private void answerLater(HttpServerRequest request, Buffer body) {
    Duration wait = delay;
    if (wait.isZero()) {
      end(request, body);
    } else {
      vertx.setTimer(wait.toMillis(), timer -> end(request, body));
    }
  }

  private static void end(HttpServerRequest request, Buffer body) {
    request.response().putHeader("Content-Type", "application/json").end(body);
  }
}
