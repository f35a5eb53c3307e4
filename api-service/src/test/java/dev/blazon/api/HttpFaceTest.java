package dev.blazon.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.HttpAsker.Response;
import dev.blazon.api.testing.StubServer;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers, statuses and methods, over a real socket. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpFaceTest {

  private static final String SVG = "/version/Some.Thing/badge.svg";

  private final Vertx vertx = Vertx.vertx();
  private StubServer pypi;
  private Deployment blazon;

  @BeforeAll
  void start(@TempDir Path folder) {
    pypi = StubServer.start(vertx);
    pypi.project("some-thing", Documents.good("Some.Thing", "1.2.3"));
    blazon =
        Deployment.start(
            Map.of(
                "BLAZON_PYPI_URL", pypi.url().toString(), "BLAZON_CACHE_DIR", folder.toString()));
  }

  @AfterAll
  void stop() {
    blazon.close();
    pypi.close();
    vertx.close().await();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Content-Type                 | image/svg+xml;charset=utf-8",
        "Cache-Control                | public, max-age=300, s-maxage=3600, stale-while-revalidate=86400, stale-if-error=604800",
        "Vary                         | Accept-Encoding",
        "Access-Control-Allow-Origin  | *",
        "Cross-Origin-Resource-Policy | cross-origin",
        "Content-Security-Policy      | default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
        "X-Content-Type-Options       | nosniff",
        "Surrogate-Key                | some-thing",
      })
  void a_badge_has_caching_and_security_headers(String header, String value) {
    assertEquals(value, blazon.ask().get(SVG).header(header));
  }

  @Test
  void a_png_does_not_vary_because_it_is_never_gzipped() {
    Response png =
        blazon.ask().get("/version/some-thing/badge.png", Map.of("Accept-Encoding", "gzip"));

    assertFalse(png.headers().contains("Vary"));
    assertFalse(png.headers().contains("Content-Encoding"));
  }

  @ParameterizedTest
  @ValueSource(strings = {SVG, "/version/no-such-thing/badge.svg", "/badge/a-b-red.png"})
  void a_fact_is_not_marked_as_failed(String uri) {
    assertFalse(blazon.ask().get(uri).headers().contains("Blazon-Outcome"));
  }

  @Test
  void gzip_is_sent_to_clients_that_accept_it() throws IOException {
    Response plain = blazon.ask().get(SVG);
    Response zipped = blazon.ask().get(SVG, Map.of("Accept-Encoding", "br, gzip"));

    assertEquals("gzip", zipped.header("Content-Encoding"));
    assertTrue(zipped.body().length() < plain.body().length());
    assertFalse(zipped.header("ETag").equals(plain.header("ETag")));
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(zipped.body().getBytes()))) {
      assertArrayEquals(plain.body().getBytes(), in.readAllBytes());
    }
  }

  @Test
  void a_matching_entity_tag_is_answered_304() {
    String etag = blazon.ask().get(SVG).header("ETag");

    for (String known : new String[] {etag, "W/" + etag, "\"x\", " + etag, "*"}) {
      Response response = blazon.ask().get(SVG, Map.of("If-None-Match", known));
      assertEquals(304, response.status(), known);
      assertEquals(0, response.body().length());
      assertEquals(etag, response.header("ETag"));
      assertTrue(response.headers().contains("Cache-Control"));
      assertFalse(response.headers().contains("Content-Type"));
    }
    assertEquals(200, blazon.ask().get(SVG, Map.of("If-None-Match", "\"x\"")).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {SVG, "/version/some-thing/badge.png", "/version/some-thing/badge.json"})
  void head_is_get_without_the_body(String uri) {
    Response get = blazon.ask().get(uri);
    Response head = blazon.ask().request(HttpMethod.HEAD, uri, Map.of());

    assertEquals(200, head.status());
    assertEquals(0, head.body().length());
    assertEquals(Integer.toString(get.body().length()), head.header("Content-Length"));
    assertEquals(get.header("ETag"), head.header("ETag"));
    assertEquals(get.header("Content-Type"), head.header("Content-Type"));
  }

  @Test
  void the_body_of_a_get_is_ignored() {
    Response plain = blazon.ask().get(SVG);
    Response brief = blazon.ask().request(HttpMethod.GET, SVG, Map.of(), Buffer.buffer("label=x"));
    Response endless =
        blazon.ask().request(HttpMethod.GET, SVG, Map.of(), Buffer.buffer("x".repeat(100_000)));

    assertEquals(plain.text(), brief.text());
    assertFalse(brief.headers().contains("Connection"));
    assertEquals(plain.text(), endless.text());
    assertEquals("close", endless.header("Connection"));
  }

  @Test
  void a_preflight_is_allowed_all_read_methods() {
    Response response = blazon.ask().request(HttpMethod.OPTIONS, SVG, Map.of());

    assertEquals(204, response.status());
    assertEquals("GET, HEAD, OPTIONS", response.header("Access-Control-Allow-Methods"));
    assertEquals("*", response.header("Access-Control-Allow-Origin"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "PURGE", "TRACE"})
  void methods_that_write_are_refused(String method) {
    Response response = blazon.ask().request(HttpMethod.valueOf(method), SVG, Map.of());

    assertEquals(405, response.status());
    assertEquals("GET, HEAD, OPTIONS", response.header("Allow"));
  }

  @ParameterizedTest
  @CsvSource({
    "/version/Some.Thing/badge.svg?download,        some-thing-version.svg",
    "/py_versions/some_thing/badge.png?download=1,  some-thing-py-versions.png",
    "/version/some-thing/badge.json?download,       some-thing-version.json",
    "/badge/a%22%0D%0Ab-c-red?download,             badge.svg",
  })
  void a_download_has_a_harmless_name(String uri, String name) {
    assertEquals(
        "attachment; filename=\"" + name + "\"",
        blazon.ask().get(uri).header("Content-Disposition"));
  }

  @Test
  void json_has_the_schema_of_an_endpoint_badge() {
    assertEquals(
        new JsonObject()
            .put("schemaVersion", 1)
            .put("label", "pypi")
            .put("message", "1.2.3")
            .put("color", "brightgreen"),
        blazon.ask().get("/version/some-thing/badge.json").json());
    assertEquals(
        new JsonObject()
            .put("schemaVersion", 1)
            .put("label", "a")
            .put("message", "b")
            .put("color", "#c0ffee")
            .put("labelColor", "#abc"),
        blazon.ask().get("/badge/a-b-C0FFEE.json?labelColor=ABC").json());
  }

  @ParameterizedTest
  @CsvSource({
    "/no/such/badge.of.ours.svg, 200",
    "/no/such/thing.png,         200",
    "/no/such/thing.json,        404",
    "/no/such/thing,             404",
  })
  void an_unknown_path_is_answered_with_a_badge(String uri, int status) {
    Response response = blazon.ask().get(uri);

    assertEquals(status, response.status());
    EndToEnd.assertKeptAMinuteAtMost(response);
    if (response.header("Content-Type").startsWith("image/svg")) {
      assertEquals("404: badge not found", Svg.parse(response.body().getBytes()).says());
    }
  }

  @Test
  void an_endpoint_host_that_is_not_listed_is_403_as_json_and_a_picture_otherwise() {
    Response json = blazon.ask().get("/endpoint.json?url=https://example.com/x");
    Response svg = blazon.ask().get("/endpoint.svg?url=https://example.com/x");

    assertEquals(403, json.status());
    assertEquals("domain is blocked", json.json().getString("message"));
    assertEquals(true, json.json().getBoolean("isError"));
    assertEquals(200, svg.status());
    assertEquals("custom badge: domain is blocked", Svg.parse(svg.body().getBytes()).says());
    assertFalse(svg.headers().contains("Blazon-Outcome"), "asking again changes nothing");
    EndToEnd.assertKeptAMinuteAtMost(svg);
  }

  @Test
  void a_url_beyond_eight_kilobytes_is_refused_with_a_badge() {
    Response response = blazon.ask().get("/badge/a-b-red?label=" + "x".repeat(9000));

    assertEquals(414, response.status());
    assertEquals("414: url too long", Svg.parse(response.body().getBytes()).says());
  }

  @ParameterizedTest
  @CsvSource({"7200, 7200", "5, 60"})
  void cache_seconds_change_the_max_age_within_bounds(int requested, int given) {
    assertTrue(
        blazon
            .ask()
            .get(SVG + "?cacheSeconds=" + requested)
            .header("Cache-Control")
            .startsWith("public, max-age=" + given + ", s-maxage=" + given + ","));
  }

  @ParameterizedTest
  @CsvSource({"/api/shields, shields", "/api/openapi.json, openapi"})
  void the_api_documents_are_served(String uri, String key) {
    Response response = blazon.ask().get(uri);

    assertEquals(200, response.status());
    assertTrue(response.json().containsKey(key));
  }

  @Test
  void the_root_path_is_a_page() {
    Response response = blazon.ask().get("/");

    assertEquals(200, response.status());
    assertTrue(response.header("Content-Type").startsWith("text/html"));
  }
}
