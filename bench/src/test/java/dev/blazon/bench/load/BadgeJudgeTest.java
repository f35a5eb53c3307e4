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
  void tells_a_whole_answer_of_the_right_kind(
      String path, int status, String type, String body, String fault) {
    assertEquals(fault, fault(Judge.ofPictures(), path, answer(status, type, body)));
  }

  @Test
  void knows_a_whole_png_by_both_its_ends() {
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
  void tells_facts_from_failures_by_their_words(String words, String fault) {
    Answer said = answer(200, "image/svg+xml", "<svg aria-label=\"" + words + "\">…</svg>\n");

    assertEquals(fault, fault(Judge.ofFacts(), "/a.svg", said));
    assertEquals("", fault(Judge.ofPictures(), "/a.svg", said));
  }

  @Test
  void knows_the_edges_own_png() {
    Answer edge = png(PNG);
    edge.headers().add("Cache-Control", "public, max-age=10");

    assertEquals("says unavailable", fault(Judge.ofFacts(), "/a.png", edge));
  }

  private static String fault(Judge judge, String path, Answer answer) {
    Optional<String> fault = judge.fault(new Wanted("any", path), answer);
    return fault.orElse("");
  }

  private static Answer png(String body) {
    return answer(200, "image/png", Buffer.buffer(body, "ISO-8859-1"));
  }

  private static Answer answer(int status, String type, String body) {
    return answer(status, type, Buffer.buffer(body));
  }

  private static Answer answer(int status, String type, Buffer body) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("content-type", type);
    return new Answer(status, headers, body);
  }
}
