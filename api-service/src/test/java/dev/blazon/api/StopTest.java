package dev.blazon.api;

import static dev.blazon.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.HttpAsker.Response;
import dev.blazon.api.testing.Behaviour;
import dev.blazon.api.testing.OnEveryJava;
import dev.blazon.api.testing.StubServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests SIGTERM to a busy real process. The test acts as the balancer in front of it: it requests
 * {@code /readyz} once a second (Varnish: twice), and stops sending after two refusals.
 */
@OnEveryJava
@Tag("once")
class StopTest {

  private static final int LOOK_MILLIS = 1_000;
  private static final int REFUSALS = 2;

  /**
   * Fewer at once than the client has connections, because a request that waits in the client would
   * be sent too late.
   */
  private static final int SEND_MILLIS = 20;

  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

  @TempDir private Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final NetClient client = vertx.createNetClient();
  private StubServer pypi;

  @BeforeEach
  void startPypi() {
    pypi = StubServer.start(vertx);
    pypi.answerEverything(
        Behaviour.json(Documents.good("anything", "1.0")).after(Duration.ofMillis(300)));
  }

  @AfterEach
  void stop() throws TimeoutException {
    pypi.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void an_api_node_that_is_stopped_loses_no_request() throws Exception {
    try (ServiceProcess api =
        ServiceProcess.api(folder, Map.of("BLAZON_PYPI_URL", pypi.url().toString()))) {
      // Every second one waits for PyPI, so that there is always a request under way.
      losesNothing(
          api, n -> n % 2 == 0 ? "/badge/steady-load-green" : "/version/new" + n + "/badge.svg");
    }
  }

  @Test
  void an_imaging_node_that_is_stopped_loses_no_request() throws Exception {
    try (ServiceProcess imaging = ServiceProcess.imaging(folder, Map.of())) {
      losesNothing(imaging, n -> "/v1/badge." + (n % 2 == 0 ? "svg" : "png") + "?message=" + n);
    }
  }

  @Test
  void a_stop_waits_for_hanging_requests_but_not_for_long() throws Exception {
    pypi.answerEverything(Behaviour.hang());
    Map<String, String> patient =
        Map.of(
            "BLAZON_PYPI_URL", pypi.url().toString(),
            "BLAZON_UPSTREAM_DEADLINE", "60s",
            "BLAZON_DEADLINE", "60s");
    try (ServiceProcess api = ServiceProcess.api(folder.resolve("api"), patient);
        ServiceProcess imaging = ServiceProcess.imaging(folder.resolve("imaging"), Map.of())) {
      send(api.port(), "GET /version/hangs/badge.svg HTTP/1.1\r\nHost: a\r\n\r\n");
      send(api.port(), "GET /version/requests/ba");
      send(imaging.port(), "POST /v1/badge.svg HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\nx");
      eventually(vertx, () -> pypi.requests() > 0);

      long begun = System.nanoTime();
      api.terminate();
      imaging.terminate();
      try (HttpAsker admin = new HttpAsker(api.adminPort())) {
        eventually(vertx, () -> admin.get("/readyz").status() == 503);
      }
      // A second SIGTERM changes nothing.
      api.terminate();
      imaging.terminate();
      api.awaitEnd();
      imaging.awaitEnd();

      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      assertTrue(took.compareTo(LONGEST_STOP) < 0, took.toString());
    }
  }

  private void losesNothing(ServiceProcess service, IntFunction<String> uri) throws Exception {
    List<Future<Response>> answers = new ArrayList<>();
    try (HttpAsker reader = new HttpAsker(service.port());
        HttpAsker balancer = new HttpAsker(service.port())) {
      eventually(vertx, () -> balancer.get("/readyz").status() == 200);
      AtomicBoolean sending = new AtomicBoolean(true);
      AtomicInteger refusals = new AtomicInteger();
      vertx.setPeriodic(
          LOOK_MILLIS,
          id ->
              balancer
                  .send(HttpMethod.GET, "/readyz", Map.of())
                  .onComplete(
                      (answer, problem) -> {
                        boolean ready = problem == null && answer.status() == 200;
                        sending.set(refusals.updateAndGet(n -> ready ? 0 : n + 1) < REFUSALS);
                      }));
      vertx.setPeriodic(
          SEND_MILLIS,
          id -> {
            if (sending.get()) {
              synchronized (answers) {
                answers.add(reader.send(HttpMethod.GET, uri.apply(answers.size()), Map.of()));
              }
            } else {
              vertx.cancelTimer(id);
            }
          });
      eventually(vertx, () -> sent(answers).size() > 100);
      final int before = sent(answers).size();
      long begun = System.nanoTime();

      service.terminate();
      service.awaitEnd();

      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      assertTrue(took.compareTo(LONGEST_STOP) < 0, took.toString());
      assertTrue(sent(answers).size() > before, "no request was sent to it while it stopped");
      int closing = 0;
      for (Future<Response> answer : sent(answers)) {
        assertTrue(answer.succeeded(), String.valueOf(answer.cause()));
        assertEquals(200, answer.result().status());
        closing += answer.result().header("Connection").equals("close") ? 1 : 0;
      }
      assertTrue(closing > 0, "no connection was closed with its answer");
    }
  }

  private static List<Future<Response>> sent(List<Future<Response>> answers) {
    synchronized (answers) {
      return List.copyOf(answers);
    }
  }

  private void send(int port, String text) throws TimeoutException {
    NetSocket socket = client.connect(port, "127.0.0.1").await(10, TimeUnit.SECONDS);
    socket.write(Buffer.buffer(text)).await(10, TimeUnit.SECONDS);
  }
}
