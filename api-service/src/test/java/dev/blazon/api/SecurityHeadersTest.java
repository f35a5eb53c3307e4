package dev.blazon.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.HttpAsker.Response;
import dev.blazon.service.http.SecurityHeaders;
import io.vertx.core.http.HttpMethod;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every answer has the security headers for browsers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityHeadersTest {

  private Deployment blazon;

  @BeforeAll
  void start(@TempDir Path folder) {
    blazon = Deployment.start(Map.of("BLAZON_CACHE_DIR", folder.toString()));
  }

  @AfterAll
  void stop() {
    blazon.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,     /badge/a-b-red.svg,        200",
    "GET,     /badge/a-b-red.png,        200",
    "GET,     /badge/a-b-red.json,       200",
    "HEAD,    /badge/a-b-red.svg,        200",
    "GET,     /version/-/badge.svg,      200",
    "GET,     /version/-/badge.json,     404",
    "GET,     /no/such/thing.svg,        200",
    "GET,     /no/such/thing,            404",
    "GET,     /api/shields,              200",
    "GET,     /api/openapi.json,         200",
    "OPTIONS, /badge/a-b-red.svg,        204",
    "POST,    /badge/a-b-red.svg,        405",
    "PUT,     /,                         405",
    "GET,     /badge/a-b-red?label=LONG, 414",
    "GET,     /badge/a-b-red?x=LONGLONG, 414",
  })
  void a_badge_can_be_embedded_anywhere_and_runs_nothing(String method, String uri, int status) {
    Response answer =
        blazon
            .ask()
            .request(HttpMethod.valueOf(method), uri.replace("LONG", "x".repeat(9_000)), Map.of());

    assertEquals(status, answer.status());
    assertHasAll(answer);
  }

  @ParameterizedTest
  @CsvSource({"If-None-Match, *, 304", "Long, LONG, 431"})
  void answers_that_depend_on_request_headers_have_them_too(
      String header, String value, int status) {
    Response answer =
        blazon
            .ask()
            .get("/badge/a-b-red.svg", Map.of(header, value.replace("LONG", "x".repeat(20_000))));

    assertEquals(status, answer.status());
    assertHasAll(answer);
  }

  private static void assertHasAll(Response answer) {
    SecurityHeaders.ALL.forEach(
        header -> assertEquals(header.getValue(), answer.header(header.getKey())));
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  /,                  200",
    "HEAD, /,                  200",
    "GET,  /?project=%20,      200",
    "GET,  /build,             200",
    "GET,  /docs,              200",
    "GET,  /docs/no-such-page, 404",
    "GET,  /docs/api,          200",
    "GET,  /status,            200",
    "GET,  /robots.txt,        200",
    "GET,  /favicon.ico,       200",
    "GET,  /assets/no-such,    404",
    "POST, /repair,            200",
    "POST, /api/client-errors, 400",
  })
  void a_page_cannot_be_framed_and_runs_nothing_inline(String method, String uri, int status) {
    Response answer = blazon.ask().request(HttpMethod.valueOf(method), uri, Map.of());

    assertEquals(status, answer.status());
    String policy = answer.header("Content-Security-Policy");
    assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; "), policy);
    assertTrue(policy.endsWith("frame-ancestors 'none'"), policy);
    assertEquals("nosniff", answer.header("X-Content-Type-Options"));
    assertEquals("same-origin", answer.header("Cross-Origin-Resource-Policy"));
    assertEquals("no-referrer", answer.header("Referrer-Policy"));
    assertEquals("null", answer.header("Access-Control-Allow-Origin"));
  }
}
