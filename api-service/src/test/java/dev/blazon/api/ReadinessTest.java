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

/** Tests the readiness that balancers read, on the port to which they send requests. */
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
  void both_ports_report_ready_once_the_service_has_painted() throws TimeoutException {
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
  void pictures_of_the_warm_up_are_not_counted_as_requests() throws TimeoutException {
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
  void a_start_waits_for_configured_services_but_not_for_long() throws Exception {
    String unused = "127.0.0.1:" + unusedPort();
    long begun = System.nanoTime();
    try (Deployment blazon =
        start(
            Map.of(
                "BLAZON_REDIS_URL",
                "redis://" + unused,
                "BLAZON_IMAGING_URL",
                "http://" + unused))) {
      Response cold = blazon.ask().get("/readyz");
      assertEquals(503, cold.status());
      assertEquals("warming up\n", cold.text());

      eventually(vertx, () -> blazon.ask().get("/readyz").status() == 200);

      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      assertTrue(took.compareTo(Duration.ofSeconds(2)) > 0, took.toString());
      // Two seconds for the other services, then two fallback badges within the usual deadline.
      assertTrue(took.compareTo(Duration.ofSeconds(10)) < 0, took.toString());
    }
  }

  @Test
  void an_imaging_service_that_starts_at_the_same_time_is_found() throws Exception {
    int port = unusedPort();
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

  private static int unusedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
