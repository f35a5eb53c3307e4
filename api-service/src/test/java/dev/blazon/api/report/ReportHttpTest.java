package dev.blazon.api.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.HttpAsker.Response;
import io.vertx.core.http.HttpMethod;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP lets a client do with an answer about downloads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReportHttpTest {

  private static final String CALL = "/api/v3/projects/requests/downloads?by=version";
  private static final String LARGE = "/api/v3/projects/large/downloads?by=version";

  @TempDir private static Path folder;
  private ReportServer server;

  @BeforeAll
  void start() throws Exception {
    String large =
        IntStream.range(0, 500)
            .mapToObj(i -> "2026-08-26,large,1." + i + ",7,7,,,,,")
            .collect(Collectors.joining("\n", "", "\n"));
    server = ReportServer.with(folder, CountedRows.CSV + large);
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  @Test
  void an_answer_is_kept_for_as_long_as_daily_counts_are_good_and_gives_credit() {
    Response answer = server.ask().get(CALL);

    assertEquals(
        "public, max-age=300, s-maxage=3600, stale-while-revalidate=86400, stale-if-error=604800",
        answer.header("Cache-Control"));
    assertEquals("Thu, 27 Aug 2026 01:30:00 GMT", answer.header("Last-Modified"));
    assertEquals(
        "Download data: Python Package Index (Linehaul), CC BY 4.0",
        answer.header("Blazon-Credit"));
    assertEquals(
        "<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"", answer.header("Link"));
    assertEquals(
        "first=\"2026-08-22\", last=\"2026-08-26\", missing=1, counts=\"all\", sources=\"file\","
            + " breaks=\"2026-08-24\"",
        answer.header("Blazon-Basis"));
    assertEquals("*", answer.header("Access-Control-Allow-Origin"));
    assertTrue(answer.header("Access-Control-Expose-Headers").contains("Blazon-Basis"));
    assertEquals("nosniff", answer.header("X-Content-Type-Options"));
  }

  @Test
  void who_has_the_answer_is_told_so() {
    String tag = server.ask().get(CALL).header("ETag");
    Response answer = server.ask().get(CALL, Map.of("If-None-Match", "\"other\", W/" + tag));

    assertEquals(304, answer.status());
    assertEquals(0, answer.body().length());
    assertEquals(tag, answer.header("ETag"));
    assertEquals(200, server.ask().get(CALL, Map.of("If-None-Match", "\"other\"")).status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Thu, 27 Aug 2026 01:30:00 GMT | 304",
        "Fri, 28 Aug 2026 00:00:00 GMT | 304",
        "Thu, 27 Aug 2026 01:29:59 GMT | 200",
        "yesterday | 200"
      })
  void who_asks_since_the_import_is_told_that_nothing_changed(String since, int status) {
    assertEquals(status, server.ask().get(CALL, Map.of("If-Modified-Since", since)).status());
  }

  @Test
  void a_tag_counts_more_than_a_date() {
    assertEquals(
        200,
        server
            .ask()
            .get(
                CALL,
                Map.of(
                    "If-None-Match",
                    "\"other\"",
                    "If-Modified-Since",
                    "Fri, 28 Aug 2026 00:00:00 GMT"))
            .status());
  }

  @Test
  void a_long_answer_is_packed_for_who_takes_gzip() throws IOException {
    Response plain = server.ask().get(LARGE);
    Response packed = server.ask().get(LARGE, Map.of("Accept-Encoding", "gzip"));

    assertEquals("gzip", packed.header("Content-Encoding"));
    assertEquals("accept-encoding", packed.header("Vary").toLowerCase(java.util.Locale.ROOT));
    assertNotEquals(plain.header("ETag"), packed.header("ETag"));
    assertTrue(packed.body().length() < plain.body().length() / 4);
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(packed.body().getBytes()))) {
      assertEquals(plain.text(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    assertEquals(
        304,
        server
            .ask()
            .get(LARGE, Map.of("Accept-Encoding", "gzip", "If-None-Match", packed.header("ETag")))
            .status());
  }

  @Test
  void the_memory_of_written_answers_is_given_back() throws TimeoutException {
    server.ask().get(LARGE);
    server.ask().get(LARGE, Map.of("Accept-Encoding", "gzip"));
    server.ask().request(HttpMethod.HEAD, LARGE, Map.of());
    server.ask().get(CALL);

    server.awaitMemoryGivenBack();
  }

  @Test
  void head_has_the_headers_and_no_body() {
    Response get = server.ask().get(CALL);
    Response head = server.ask().request(HttpMethod.HEAD, CALL, Map.of());

    assertEquals(200, head.status());
    assertEquals(get.header("ETag"), head.header("ETag"));
    assertEquals(get.header("Content-Length"), head.header("Content-Length"));
    assertEquals(0, head.body().length());
  }

  @Test
  void scripts_of_any_site_may_send_a_key() {
    Response answer =
        server
            .ask()
            .request(
                HttpMethod.OPTIONS,
                "/api/v2/projects/requests",
                Map.of(
                    "Origin", "https://example.org",
                    "Access-Control-Request-Method", "GET",
                    "Access-Control-Request-Headers", "X-API-Key"));

    assertEquals(204, answer.status());
    assertEquals("*", answer.header("Access-Control-Allow-Origin"));
    assertEquals("*", answer.header("Access-Control-Allow-Headers"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v3/projects/nobody", "/api/v3/top?list=x"})
  void an_error_is_kept_for_a_minute(String call) {
    Response answer = server.ask().get(call);

    assertEquals("public, max-age=60, s-maxage=60", answer.header("Cache-Control"));
    assertNull(answer.headers().get("ETag"));
    assertEquals("*", answer.header("Access-Control-Allow-Origin"));
  }

  @Test
  void calls_are_counted_by_service_and_status() {
    double before = count("npm", 404);
    server.ask().get("/downloads/point/last-day/nobody");

    assertEquals(before + 1, count("npm", 404));
  }

  private double count(String api, int status) {
    return server
        .metrics()
        .get("blazon.reports")
        .tag("api", api)
        .tag("status", Integer.toString(status))
        .counter()
        .count();
  }
}
