package dev.blazon.api;

import static dev.blazon.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.HttpAsker.Response;
import dev.blazon.badge.ImageFormat;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What balancers are told, on the port that they send requests to. */
class ReadinessTest {

  @TempDir private Path folder;
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() throws TimeoutException {
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  private Deployment start(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("BLAZON_CACHE_DIR", folder.toString());
    return Deployment.start(all);
  }

  @Test
  void ready_is_said_on_both_ports_once_it_has_painted() throws TimeoutException {
    try (Deployment blazon = start(Map.of());
        HttpAsker admin = new HttpAsker(blazon.adminPort())) {
      eventually(vertx, () -> blazon.ask().get("/readyz").status() == 200);

      assertEquals("ready\n", blazon.ask().get("/readyz").text());
      assertEquals("no-store", blazon.ask().get("/readyz").header("Cache-Control"));
      assertEquals(200, blazon.ask().get("/healthz").status());
      assertEquals(200, blazon.ask().request(HttpMethod.HEAD, "/readyz", Map.of()).status());
      assertEquals(405, blazon.ask().request(HttpMethod.POST, "/readyz", Map.of()).status());
      assertEquals(200, admin.get("/readyz").status());
      String metrics = admin.get("/metrics").text();
      for (String format : new String[] {"svg", "png"}) {
        String painted = "blazon_pictures_total{format=\"" + format + "\",source=\"painted\"} 1.0";
        assertTrue(metrics.contains(painted), metrics);
      }
    }
  }

  @Test
  void what_it_painted_for_itself_is_nobodys_request() throws TimeoutException {
    try (Deployment blazon = start(Map.of());
        HttpAsker admin = new HttpAsker(blazon.adminPort())) {
      eventually(vertx, () -> blazon.ask().get("/readyz").status() == 200);

      String counted = "blazon_requests_total{dialect=";
      admin
          .get("/metrics")
          .text()
          .lines()
          .filter(line -> line.startsWith(counted))
          .forEach(line -> assertTrue(line.endsWith(" 0.0"), line));
    }
  }

  @Test
  void who_it_was_told_of_is_waited_for_but_not_for_long() throws Exception {
    String nobody = "127.0.0.1:" + portOfNobody();
    long begun = System.nanoTime();
    try (Deployment blazon =
        start(
            Map.of(
                "BLAZON_REDIS_URL",
                "redis://" + nobody,
                "BLAZON_IMAGING_URL",
                "http://" + nobody))) {
      Response cold = blazon.ask().get("/readyz");
      assertEquals(503, cold.status());
      assertEquals("warming up\n", cold.text());

      eventually(vertx, () -> blazon.ask().get("/readyz").status() == 200);

      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      assertTrue(took.compareTo(Duration.ofSeconds(2)) > 0, took.toString());
      // Two seconds of patience, and two tiny badges that are waited for no longer than any.
      assertTrue(took.compareTo(Duration.ofSeconds(10)) < 0, took.toString());
    }
  }

  @Test
  void an_imaging_service_that_starts_beside_it_is_met() throws Exception {
    int port = portOfNobody();
    try (Deployment blazon = start(Map.of("BLAZON_IMAGING_URL", "http://127.0.0.1:" + port))) {
      assertEquals(503, blazon.ask().get("/readyz").status());

      vertx
          .createHttpServer()
          .requestHandler(
              request ->
                  request
                      .response()
                      .putHeader("Content-Type", formatOf(request).contentType())
                      .putHeader("ETag", "\"1\"")
                      .end("a picture"))
          .listen(port, "127.0.0.1")
          .await(10, TimeUnit.SECONDS);

      eventually(vertx, () -> blazon.ask().get("/readyz").status() == 200);
      assertEquals("a picture", blazon.ask().get("/badge/blazon-warm-brightgreen.svg").text());
    }
  }

  private static ImageFormat formatOf(HttpServerRequest request) {
    return request.path().endsWith(".png") ? ImageFormat.PNG : ImageFormat.SVG;
  }

  private static int portOfNobody() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
