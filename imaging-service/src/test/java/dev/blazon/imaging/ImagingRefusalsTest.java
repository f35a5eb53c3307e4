package dev.blazon.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.PictureExchange;
import dev.blazon.badge.Trend;
import dev.blazon.service.http.SecurityHeaders;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which requests the imaging service refuses, and the headers of every answer. */
class ImagingRefusalsTest extends RunningImaging {

  @ParameterizedTest
  @CsvSource({
    "color=notacolour,  color",
    "labelColor=%23ggg, labelColor",
    "style=round,       style",
    "scale=4,           scale",
    "logoWidth=wide,    logoWidth",
    "message=%zz,       message",
    "trend=5,           trend",
    "trend=-1.5,        trend",
    "trend=1.101,       trend",
    "trend=1.99999999999999999999, trend",
    "trend=1.2.,        trend",
    "trend=1;2,         trend",
    "trend=NaN.1,       trend",
  })
  void a_bad_value_is_answered_with_one_line_that_names_the_parameter(String query, String name)
      throws Exception {
    HttpResponse<Buffer> answer = get("/v1/badge.svg?message=x&" + query);

    assertEquals(400, answer.statusCode());
    assertEquals("no-store", answer.getHeader("Cache-Control"));
    assertTrue(answer.bodyAsString().matches(name + ": [^\n]+\n"), answer.bodyAsString());
  }

  @ParameterizedTest
  @ValueSource(ints = {Trend.MAX_POINTS + 1, 3_000, 15_000})
  void a_line_of_too_many_points_is_refused_in_url_and_body(int points) throws Exception {
    String query = "message=x&trend=1" + ".1".repeat(points - 1);
    HttpResponse<Buffer> posted = post(PictureExchange.FORM, query);
    assertEquals(400, posted.statusCode());
    assertTrue(posted.bodyAsString().startsWith("trend: "), posted.bodyAsString());
    if (query.length() < PictureExchange.LONGEST_URL - 100) {
      for (ImageFormat format : ImageFormat.values()) {
        HttpResponse<Buffer> got = get(PictureExchange.path(format) + "?" + query);
        assertEquals(400, got.statusCode());
        assertEquals(posted.body(), got.body());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/v1/badge", "/v1/badge.jpg", "/v1/badge.svg/", "/v2/badge.svg"})
  void an_unknown_path_is_not_found(String path) throws Exception {
    assertEquals(404, get(path).statusCode());
  }

  @Test
  void other_methods_are_not_allowed() throws Exception {
    HttpResponse<Buffer> answer = send(HttpMethod.DELETE, BADGE, Map.of());

    assertEquals(405, answer.statusCode());
    assertEquals("GET, HEAD, POST", answer.getHeader("Allow"));
  }

  @ParameterizedTest
  @ValueSource(ints = {8_193, 12_000, 40_000})
  void a_url_of_more_than_8_kb_is_too_long(int length) throws Exception {
    String uri = BADGE + "&x=";
    uri = uri + "y".repeat(length - uri.length());

    assertEquals(414, get(uri).statusCode());
    assertEquals(200, get(uri.substring(0, PictureExchange.LONGEST_URL)).statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    /v1/badge.svg?message=x,         200",
    "GET,    /v1/badge.png?message=x,         200",
    "HEAD,   /v1/badge.svg?message=x,         200",
    "GET,    /v1/badge.svg?color=notacolour,  400",
    "GET,    /v1/badge.jpg,                   404",
    "DELETE, /v1/badge.svg,                   405",
    "POST,   /v1/badge.svg,                   415",
    "GET,    /v1/badge.svg?message=x&x=LONG,  414",
    "GET,    /v1/badge.svg?x=LONGLONG,        414",
  })
  void every_answer_has_the_security_headers(String method, String uri, int status)
      throws Exception {
    String sent = uri.replace("LONG", "x".repeat(9_000));

    HttpResponse<Buffer> answer = send(HttpMethod.valueOf(method), sent, Map.of());

    assertEquals(status, answer.statusCode());
    SecurityHeaders.ALL.forEach(
        header -> assertEquals(header.getValue(), answer.getHeader(header.getKey())));
  }

  @Test
  void the_body_of_a_get_is_ignored() throws Exception {
    HttpResponse<Buffer> plain = get(BADGE);
    HttpResponse<Buffer> brief = getWithBody(BADGE, Buffer.buffer("label=x"));
    HttpResponse<Buffer> endless = getWithBody(BADGE, Buffer.buffer("x".repeat(400_000)));

    assertEquals(plain.body(), brief.body());
    assertEquals(null, brief.getHeader("Connection"));
    assertEquals(plain.body(), endless.body());
    assertEquals("close", endless.getHeader("Connection"));
  }

  @Test
  void too_many_headers_are_refused_with_the_security_headers() throws Exception {
    HttpResponse<Buffer> answer = send(HttpMethod.GET, BADGE, Map.of("Long", "x".repeat(10_000)));

    assertEquals(431, answer.statusCode());
    SecurityHeaders.ALL.forEach(
        header -> assertEquals(header.getValue(), answer.getHeader(header.getKey())));
  }
}
