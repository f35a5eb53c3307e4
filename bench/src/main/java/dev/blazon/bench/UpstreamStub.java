package dev.blazon.bench;

import dev.blazon.count.Day;
import dev.blazon.stats.testing.ClickPyStandIn;
import dev.blazon.stats.testing.Download;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A stand-in for PyPI: it knows every project, answers after a set time, and counts requests.
 * Beside it there is one for ClickHouse, which has downloads of every project.
 *
 * <p>It has three more paths: {@code GET /stub/requests} returns the number of requests, {@code
 * POST /stub/delay?ms=500} sets the time, {@code GET /stub/clickhouse} returns the address of the
 * other one.
 */
final class UpstreamStub {

  private static final Day NEWEST = Day.of(2026, 9, 28);
  private static final int LOADED_DAYS = 180;

  private final Vertx vertx;
  private final ProjectDocument document;
  private final ClickPyStandIn clickHouse;
  private final AtomicLong requests = new AtomicLong();
  private volatile Duration delay;

  UpstreamStub(Vertx vertx, ProjectDocument document, Duration delay) {
    this.vertx = vertx;
    this.document = document;
    this.clickHouse = clickHouse(vertx);
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

  private static ClickPyStandIn clickHouse(Vertx vertx) {
    Day first = NEWEST.minus(LOADED_DAYS - 1);
    return ClickPyStandIn.start(vertx)
        .loaded(first, NEWEST)
        .addForOthers(
            List.of(
                Download.of(first, "any", "1.0", "pip", 123_456_789),
                Download.of(NEWEST.minus(20), "any", "1.1", "uv", 45_678),
                Download.of(NEWEST, "any", "1.1", "bandersnatch", 1_234)));
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
    } else if (path.equals("/stub/clickhouse")) {
      request.response().end(clickHouse.url().toString());
    } else if (path.equals("/stub/delay")) {
      delay = Duration.ofMillis(Long.parseLong(request.getParam("ms")));
      request.response().end();
    } else {
      requests.incrementAndGet();
      answerLater(request, body(path));
    }
  }

  private Buffer body(String path) {
    String[] segments = path.split("/", -1);
    return document.of(segments.length < 3 ? "" : segments[2]);
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
