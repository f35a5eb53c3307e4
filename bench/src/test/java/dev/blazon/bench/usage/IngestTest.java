package dev.blazon.bench.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(60)
@ExtendWith(VertxExtension.class)
final class IngestTest {

  private static final Duration TIME = Duration.ofMillis(300);

  private static URI serve(Vertx vertx, BiConsumer<HttpServerRequest, Buffer> answer) {
    int port =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> request.body().onSuccess(body -> answer.accept(request, body)))
            .listen(0, "127.0.0.1")
            .await()
            .actualPort();
    return URI.create("http://127.0.0.1:" + port);
  }

  @Test
  void what_was_acknowledged_is_counted_and_nothing_is_sent_twice(Vertx vertx) {
    Set<String> received = Collections.synchronizedSet(new TreeSet<>());
    URI server =
        serve(
            vertx,
            (request, body) -> {
              for (Object report : new JsonArray(body)) {
                received.add(((JsonObject) report).getString("uuid"));
              }
              request.response().end("{\"success\": true}");
            });
    Ingest.Outcome outcome = Ingest.run(vertx, server, 4, 10, TIME, 1);
    assertTrue(outcome.reports() > 0);
    assertEquals(received.size(), outcome.reports());
    assertEquals(0, outcome.failures().size(), outcome::toString);
    assertTrue(outcome.seconds() >= TIME.toMillis() / 1e3);
  }

  @Test
  void what_was_not_acknowledged_is_not_counted(Vertx vertx) {
    AtomicInteger number = new AtomicInteger();
    URI server =
        serve(
            vertx,
            (request, body) -> {
              switch (number.getAndIncrement() % 3) {
                case 0 -> request.response().setStatusCode(429).end();
                case 1 -> request.response().end("{\"success\": false}");
                default -> request.response().end("<html>");
              }
            });
    Ingest.Outcome outcome = Ingest.run(vertx, server, 3, 1, TIME, 1);
    assertEquals(0, outcome.reports());
    assertEquals(Set.of("status 429", "no acknowledgement"), outcome.failures().keySet());
  }
}
