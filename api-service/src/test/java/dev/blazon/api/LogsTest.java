package dev.blazon.api;

import static dev.blazon.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.HttpAsker.Response;
import dev.blazon.api.testing.OnEveryJava;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests the logs of real processes, and that the lines of two of them can be matched by request id.
 */
@OnEveryJava
class LogsTest {

  private static final String WITH_SECRETS =
      "/badge/a-b-red.svg?label=x&token=s3cret&url=https://private.example";

  @TempDir private Path folder;
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void the_access_log_has_the_request_and_no_personal_data() throws Exception {
    Path log = folder.resolve("access.log");
    try (ServiceProcess api =
            ServiceProcess.api(
                folder, Map.of("BLAZON_ACCESS_LOG", log.toString(), "BLAZON_DRAIN", "0s"));
        HttpAsker asker = new HttpAsker(api.port())) {
      Map<String, String> headers =
          Map.of(
              "X-Request-Id", "id-1",
              "Referer", "https://private.example/page",
              "User-Agent", "somebody/1.0",
              "X-Forwarded-For", "192.0.2.7");
      asker.get("/readyz"); // A probe; balancers send one every second.
      Response first = asker.get(WITH_SECRETS, headers);
      asker.get(WITH_SECRETS, Map.of("X-Request-Id", "id-2"));
      asker.request(HttpMethod.HEAD, WITH_SECRETS, Map.of("X-Request-Id", "id-3"));
      asker.get(
          WITH_SECRETS, Map.of("X-Request-Id", "id-4", "If-None-Match", first.header("ETag")));
      asker.request(HttpMethod.DELETE, "/v/x", Map.of("X-Request-Id", "id-5"));
      asker.get("/docs", Map.of("X-Request-Id", "id-6"));

      eventually(vertx, () -> lines(log).size() >= 6);

      List<String> lines = lines(log);
      String time = "\\d{4}-\\S+ ";
      String ms = " ms=\\d+\\.\\d+ ";
      String path = "path=/badge/a-b-red.svg ";
      String bytes = "bytes=" + first.body().length();
      assertMatches(
          time
              + ("method=GET " + path + "status=200 " + bytes + ms)
              + "outcome=static cache=miss request=id-1",
          lines.get(0));
      assertMatches(
          time
              + ("method=GET " + path + "status=200 " + bytes + ms)
              + "outcome=static cache=hit request=id-2",
          lines.get(1));
      assertMatches(
          time
              + ("method=HEAD " + path + "status=200 bytes=0" + ms)
              + "outcome=static cache=hit request=id-3",
          lines.get(2));
      assertMatches(
          time
              + ("method=GET " + path + "status=304 bytes=0" + ms)
              + "outcome=static cache=hit request=id-4",
          lines.get(3));
      assertMatches(
          time + "method=DELETE path=/v/x status=405 bytes=\\d+" + ms + ".* request=id-5",
          lines.get(4));
      assertMatches(
          time + "method=GET path=/docs status=200 bytes=\\d+" + ms + ".* request=id-6",
          lines.get(5));
      String all = String.join("\n", lines);
      for (String secret :
          List.of("127.0.0.1", "192.0.2.7", "private.example", "somebody", "s3cret", "label")) {
        assertFalse(all.contains(secret), secret);
      }
    }
  }

  private static void assertMatches(String expected, String line) {
    assertTrue(line.matches(expected), line);
  }

  @Test
  void as_json_every_line_of_a_service_is_an_object() throws Exception {
    ServiceProcess imaging =
        ServiceProcess.imaging(
            folder,
            Map.of("BLAZON_LOG_FORMAT", "json", "BLAZON_ACCESS_LOG", "-", "BLAZON_DRAIN", "0s"));
    try (imaging;
        HttpAsker asker = new HttpAsker(imaging.port())) {
      asker.get("/v1/badge.svg?message=yes", Map.of("X-Request-Id", "id-7"));
      eventually(vertx, () -> imaging.said().stream().anyMatch(line -> line.contains("id-7")));
    }
    eventually(vertx, () -> imaging.said().stream().anyMatch(line -> line.contains("stopped")));

    List<JsonObject> events = imaging.said().stream().map(JsonObject::new).toList();
    assertTrue(events.size() >= 3, imaging.said().toString());
    JsonObject line =
        events.stream()
            .filter(event -> event.getString("logger").equals("dev.blazon.access"))
            .findFirst()
            .orElseThrow();
    assertFalse(line.containsKey("thread"));
    assertEquals("GET", line.getString("method"));
    assertEquals("/v1/badge.svg", line.getString("path"));
    assertEquals(200, line.getValue("status"));
    assertEquals("painted", line.getString("cache"));
    assertEquals("id-7", line.getString("request"));
  }

  @Test
  void an_imaging_service_logs_the_request_id_of_the_api() throws Exception {
    Map<String, String> settings = Map.of("BLAZON_ACCESS_LOG", "-", "BLAZON_DRAIN", "0s");
    try (ServiceProcess imaging = ServiceProcess.imaging(folder.resolve("imaging"), settings);
        Deployment blazon =
            Deployment.start(
                Map.of(
                    "BLAZON_CACHE_DIR", folder.resolve("api").toString(),
                    "BLAZON_IMAGING_URL", imaging.url().toString()))) {
      blazon.ask().get("/badge/a-b-red.png", Map.of("X-Request-Id", "id-8"));

      eventually(
          vertx,
          () ->
              imaging.said().stream()
                  .anyMatch(line -> line.contains("/v1/badge.png") && line.endsWith("id-8")));
    }
  }

  @Test
  void every_answer_has_the_id_of_its_request() throws Exception {
    try (Deployment blazon = Deployment.start(Map.of("BLAZON_CACHE_DIR", folder.toString()))) {
      Map<String, String> mine = Map.of("X-Request-Id", "mine");
      for (String uri : List.of("/badge/a-b-red.svg", "/badge/a-b-red.svg", "/", "/x.json", "/x")) {
        assertEquals("mine", blazon.ask().get(uri, mine).header("X-Request-Id"), uri);
        String made = blazon.ask().get(uri).header("X-Request-Id");
        assertTrue(made.matches("[0-9a-v]{12}"), uri + " " + made);
      }
      for (String method : List.of("OPTIONS", "PUT", "HEAD")) {
        assertEquals(
            "mine",
            blazon
                .ask()
                .request(HttpMethod.valueOf(method), "/badge/a-b-red.svg", mine)
                .header("X-Request-Id"));
      }
    }
  }
}
