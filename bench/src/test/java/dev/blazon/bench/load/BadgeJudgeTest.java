package dev.blazon.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BadgeJudgeTest {

  private static final String PNG = "\u0089PNG\r\n\u001a\n…\0\0\0\0IEND\u00aeB`\u0082";

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          /v/x/badge.svg,  200, image/svg+xml;charset=utf-8, <svg >…</svg>,    ''
          /v/x,            200, image/svg+xml,               <svg >…</svg>,    ''
          /v/x?logo=a.png, 200, image/svg+xml,               <svg >…</svg>,    ''
          /v/x/badge.svg,  200, image/svg+xml,               <svg >…</sv,      broken SVG
          /v/x/badge.svg,  200, image/svg+xml,               '',               broken SVG
          /v/x/badge.svg,  200, text/plain,                  <svg >…</svg>,    not an SVG
          /v/x/badge.svg,  200, '',                          <svg >…</svg>,    not an SVG
          /v/x/badge.svg,  503, image/svg+xml,               <svg >…</svg>,    status 503
          /v/x/badge.png,  200, image/png,                   <svg >…</svg>,    broken PNG
          /v/x/badge.PNG,  200, image/svg+xml,               <svg >…</svg>,    not a PNG
          /v/x/badge.json, 200, application/json,            {"a":1},          ''
          /v/x/badge.json, 200, application/json,            {"a":1,           broken JSON
          /v/x/badge.json, 200, text/html,                   {"a":1},          not JSON
          """)
  void accepts_a_complete_response_of_the_right_format(
      String path, int status, String type, String body, String fault) {
    assertEquals(fault, fault(Judge.ofPictures(), path, answer(status, type, body)));
  }

  @Test
  void recognises_a_complete_png_by_its_first_and_last_bytes() {
    assertEquals("", fault(Judge.ofFacts(), "/a.png", png(PNG)));
    assertEquals(
        "broken PNG", fault(Judge.ofFacts(), "/a.png", png(PNG.substring(0, PNG.length() - 1))));
  }

  @ParameterizedTest
  @CsvSource({
    "pypi: v1.2.3,                      ''",
    "status: slow and steady,           ''",
    "badge: unavailable,                says unavailable",
    "pypi: package or version not found, says package or version not found",
    "version: unreachable,              says unreachable",
    "downloads: rate limited by upstream service, says rate limited by upstream service",
  })
  void distinguishes_facts_from_failures_by_their_words(String words, String fault) {
    Response said = answer(200, "image/svg+xml", "<svg aria-label=\"" + words + "\">…</svg>\n");

    assertEquals(fault, fault(Judge.ofFacts(), "/a.svg", said));
    assertEquals("", fault(Judge.ofPictures(), "/a.svg", said));
  }

  @Test
  void recognises_varnishs_own_png() {
    Response edge = png(PNG);
    edge.headers().add("Cache-Control", "public, max-age=10");

    assertEquals("says unavailable", fault(Judge.ofFacts(), "/a.png", edge));
  }

  private static String fault(Judge judge, String path, Response answer) {
    Optional<String> fault = judge.fault(new LoadRequest("any", path), answer);
    return fault.orElse("");
  }

  private static Response png(String body) {
    return answer(200, "image/png", Buffer.buffer(body, "ISO-8859-1"));
  }

  private static Response answer(int status, String type, String body) {
    return answer(status, type, Buffer.buffer(body));
  }

  private static Response answer(int status, String type, Buffer body) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("content-type", type);
    return new Response(status, headers, body);
  }
}
