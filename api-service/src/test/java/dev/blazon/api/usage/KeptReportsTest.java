package dev.blazon.api.usage;

import static dev.blazon.api.usage.UsageServer.AS_READER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.HttpAsker.Response;
import dev.blazon.service.Settings;
import dev.blazon.stats.usage.UsageConfig;
import dev.blazon.stats.usage.UsageService;
import dev.blazon.testing.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From a program's report to an answer, with a real store of reports behind the API. */
@Timeout(60)
final class KeptReportsTest {

  /** What EspyMetrics' collector sends, on Python 2.7 of 2016. */
  private static final JsonObject ESPYMETRICS =
      new JsonObject()
          .put("hostname", "web1")
          .put("hostfqdn", "web1.example.com")
          .put("username", "kurt")
          .put("uuid", "6ba7b810-9dad-11d1-80b4-00c04fd430c8")
          .put(
              "uname",
              new JsonObject()
                  .put("system", "Linux")
                  .put("node", "web1")
                  .put("release", "3.13.0-83-generic")
                  .put("version", "#127-Ubuntu SMP")
                  .put("machine", "x86_64")
                  .put("processor", "x86_64"))
          .put("linux_dist", new JsonObject().put("name", "Ubuntu").put("version", "14.04"))
          .put(
              "python",
              new JsonObject()
                  .put("argv", "'/home/kurt/bin/store' '--debug'")
                  .put("bin", "/home/kurt/env/bin/python")
                  .put("is_64bit", true)
                  .put("version", "2.7.6 (default, Jun 22 2015, 17:58:13) [GCC 4.8.2]")
                  .put("version_info", JsonArray.of(2, 7, 6, "final", 0))
                  .put("compiler", "GCC 4.8.2")
                  .put("build_date", "Jun 22 2015 17:58:13")
                  .put("openssl_version", "OpenSSL 1.0.1f 6 Jan 2014")
                  .put("sqlite_version", "3.8.2")
                  .put("have_ucs4", true)
                  .put("have_readline", true))
          .put(
              "time",
              new JsonObject().put("utc", "2016-04-04 20:13:27").put("std_utc_offset", -8.0));

  private static final String VERSIONS_BY_WEEK =
      "group_by=python$minor&from=2026-06-01&interval=week&distinct=hosts";

  @TempDir private Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final MutableClock clock = new MutableClock();
  private UsageServer server;

  @BeforeEach
  void start() throws TimeoutException {
    Settings settings =
        new Settings(
            Map.of(
                "BLAZON_USAGE", "on",
                "BLAZON_USAGE_IDENTITIES", "hashed",
                "BLAZON_USAGE_DATABASE", "sqlite:" + folder));
    server =
        UsageServer.start(
            vertx,
            new InProcessUsage(
                UsageService.create(
                    vertx, UsageConfig.read(settings), clock, new SimpleMeterRegistry())),
            Map.of());
  }

  @AfterEach
  void close() throws TimeoutException {
    server.close();
    vertx.close().await(20, TimeUnit.SECONDS);
  }

  private Response post(String body) {
    return server.ask().request(HttpMethod.POST, "/v1/on_import", Map.of(), Buffer.buffer(body));
  }

  private Response read(String uri) {
    return server.ask().get(uri, AS_READER);
  }

  @Test
  void the_message_of_espymetrics_is_accepted_unchanged_and_counted_in_its_form() {
    Response taken = post(ESPYMETRICS.encode());

    assertEquals(200, taken.status());
    assertEquals(true, taken.json().getBoolean("success"));
    JsonObject counted = read("/v1/count?group_by=python$version_info$0").json();
    assertEquals(new JsonObject().put("2", 1), counted.getJsonObject("counts"));
    assertEquals("python$version_info$0", counted.getString("grouped_by"));
    assertEquals(1, counted.getInteger("grouped_key_count"));
    assertEquals(1, counted.getInteger("record_count"));
    String kept = read("/v1/download/import").text();
    assertTrue(kept.contains("\"openssl_version\":\"OpenSSL 1.0.1f 6 Jan 2014\""), kept);
    for (String name : List.of("kurt", "web1", "6ba7b810")) {
      assertFalse(kept.contains(name), kept);
    }
  }

  @Test
  void versions_by_week_with_each_host_once_are_one_url_as_json_csv_and_a_picture() {
    post("[" + small("a", 12) + "," + small("a", 12) + "," + small("b", 12) + "]");
    clock.advance(Duration.ofDays(7));
    post(small("a", 13));

    JsonArray series = read("/v1/count?" + VERSIONS_BY_WEEK).json().getJsonArray("series");
    assertEquals(2, series.size());
    assertEquals(new JsonObject().put("3.12", 2), series.getJsonObject(0).getJsonObject("counts"));
    assertEquals(new JsonObject().put("3.13", 1), series.getJsonObject(1).getJsonObject("counts"));
    List<String> rows =
        read("/v1/count?" + VERSIONS_BY_WEEK + "&format=csv").text().lines().toList();
    assertEquals(3, rows.size(), rows.toString());
    assertTrue(rows.get(1).startsWith("2026-11-16"), rows.toString());
    assertTrue(rows.get(1).contains("3.12"), rows.toString());
    Response picture = read("/v1/count.svg?" + VERSIONS_BY_WEEK);
    assertEquals("image/svg+xml", picture.header("Content-Type").split(";", 2)[0]);
    assertTrue(picture.text().contains("3.12"), picture.text());
    assertTrue(picture.text().contains("3.13"), picture.text());
  }

  private static String small(String host, int minor) {
    return new JsonObject()
        .put("hostname", host)
        .put("python", new JsonObject().put("version_info", JsonArray.of(3, minor)))
        .encode();
  }

  @Test
  void hostile_bodies_are_refused_with_a_reason_and_badges_go_on() {
    String deep = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);
    for (String body : List.of("[1]", "{\"a\":NaN}", "{\"a\":1,\"a\":2}", "{\"a\":", deep)) {
      Response answer = post(body);
      assertEquals(400, answer.status(), body.substring(0, Math.min(20, body.length())));
      assertFalse(answer.json().getString("message").isBlank());
    }
    assertEquals(413, post("{\"" + "k".repeat(1 << 20) + "\":1}").status());

    assertEquals(200, post(ESPYMETRICS.encode()).status());
    assertEquals(200, server.ask().get("/badge/it-works-green.svg").status());
    assertEquals(1, read("/v1/count").json().getInteger("record_count"));
  }
}
