package dev.blazon.stats.source.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.source.SourceException.Kind;
import dev.blazon.stats.testing.JsonStandIn;
import dev.blazon.stats.testing.SourceUpstreams;
import dev.blazon.upstream.Upstream;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RemoteCallsTest {

  private final Vertx vertx = Vertx.vertx();
  private JsonStandIn server;
  private RemoteCalls calls;

  @BeforeEach
  void start() {
    server = JsonStandIn.start(vertx);
    calls = SourceUpstreams.calls(vertx, "source");
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void a_server_that_keeps_failing_is_left_alone_though_its_errors_are_read() throws Exception {
    server.answer("/", 500, "text/plain", "Code: 241. DB::Exception: no memory");
    for (int i = 0; i < 5; i++) {
      assertEquals("Code: 241. DB::Exception: no memory", send().excerpt());
    }

    SourceException e = assertThrows(SourceException.class, this::send);

    assertEquals(Kind.UNAVAILABLE, e.kind());
    assertEquals(5, server.seen().size());
  }

  @Test
  void a_server_that_asks_for_a_pause_gets_it() throws Exception {
    server.answer(
        "/",
        request ->
            request.response().setStatusCode(503).putHeader("Retry-After", "60").end("busy"));
    assertEquals(503, send().head().status());

    SourceException e = assertThrows(SourceException.class, this::send);

    assertTrue(e.getMessage().contains("asked for a pause"), e.getMessage());
    assertEquals(1, server.seen().size());
  }

  @Test
  void an_interrupted_thread_stops_waiting() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    server.answer("/", request -> arrived.countDown());
    FutureTask<RemoteAnswer<String>> task = new FutureTask<>(this::send);
    Thread thread = new Thread(task);
    thread.start();
    assertTrue(arrived.await(10, TimeUnit.SECONDS));

    thread.interrupt();

    Exception e = assertThrows(Exception.class, () -> task.get(3, TimeUnit.SECONDS));
    assertTrue(e.getCause() instanceof InterruptedException, e.toString());
  }

  @Test
  void a_long_error_is_kept_from_its_end() throws Exception {
    server.answer("/", 400, "text/plain", "x".repeat(300_000) + "\n\tCode: 1\u0000.");

    String excerpt = send().excerpt();

    assertTrue(excerpt.endsWith("x Code: 1 ."), excerpt);
    assertTrue(excerpt.length() <= 2_000);
  }

  private RemoteAnswer<String> send() throws Exception {
    return calls.send(
        new Upstream.Call(URI.create(server.url() + "/"), Map.of(), Optional.empty()),
        Deadline.of("source", Duration.ofSeconds(20)),
        head -> Optional.empty());
  }
}
