package dev.blazon.api.rendered;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.resolve.Outcome;
import dev.blazon.api.resolve.RequestTarget;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class RenderedAnswersTest {

  private static final RequestTarget TARGET =
      new RequestTarget("blazon", "/version/requests/badge.svg");
  private static final Counter COUNTER = new SimpleMeterRegistry().counter("requests");
  private static final long NOW = 1_763_000_000_500L;

  private final RenderedAnswers answers = new RenderedAnswers(1 << 20, Duration.ofSeconds(60));

  @Test
  void a_fact_is_sent_again_until_it_is_a_minute_old() {
    answers.put(TARGET, answer(Outcome.FACT));

    assertTrue(answers.fresh(TARGET, NOW + 59_999).isPresent());
    assertFalse(answers.fresh(TARGET, NOW + 60_000).isPresent());
  }

  @Test
  void a_failure_is_sent_again_for_a_second_only() {
    answers.put(TARGET, answer(Outcome.SLOW));

    assertTrue(answers.fresh(TARGET, NOW + 999).isPresent());
    assertFalse(answers.fresh(TARGET, NOW + 1000).isPresent());
  }

  @Test
  void an_old_fact_is_the_last_known_answer_but_a_failure_is_not() {
    answers.put(TARGET, answer(Outcome.FACT));
    assertTrue(answers.lastKnown(TARGET).isPresent());

    answers.put(TARGET, answer(Outcome.MISSING));
    assertFalse(answers.lastKnown(TARGET).isPresent());
  }

  @Test
  void the_host_is_part_of_the_key() {
    answers.put(TARGET, answer(Outcome.FACT));

    assertFalse(answers.fresh(new RequestTarget("img.shields.io", TARGET.uri()), NOW).isPresent());
  }

  @Test
  void age_and_date_follow_the_clock() {
    Representation plain = answer(Outcome.FACT).representation(false);

    MultiMap atOnce = plain.headers(NOW);
    assertEquals("0", atOnce.get("Age"));
    assertEquals("Thu, 13 Nov 2025 02:13:20 GMT", atOnce.get("Date"));
    MultiMap later = plain.headers(NOW + 42_000);
    assertEquals("42", later.get("Age"));
    assertEquals("Thu, 13 Nov 2025 02:14:02 GMT", later.get("Date"));
  }

  @Test
  void a_stale_answer_has_a_new_age_and_is_cached_for_a_minute() {
    RenderedAnswer stale = answer(Outcome.FACT).asStale(COUNTER, NOW + 7_200_000);

    MultiMap headers = stale.representation(false).headers(NOW + 7_205_000);
    assertEquals("5", headers.get("Age"));
    assertEquals(CachePolicy.BRIEF, headers.get("Cache-Control"));
    assertEquals(Outcome.STALE, stale.outcome());
  }

  @Test
  void gzip_is_another_representation_with_another_tag() throws IOException {
    RenderedAnswer answer = answer(Outcome.FACT);
    Representation gzipped = answer.representation(true);

    assertEquals("\"tag-gzip\"", gzipped.etag());
    MultiMap headers = gzipped.headers(NOW);
    assertEquals("gzip", headers.get("Content-Encoding"));
    assertEquals("Accept-Encoding", headers.get("Vary"));
    assertEquals(Integer.toString(gzipped.body().length()), headers.get("Content-Length"));
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(gzipped.body().getBytes()))) {
      assertEquals("<svg/>", new String(in.readAllBytes(), UTF_8));
    }
  }

  private static RenderedAnswer answer(Outcome outcome) {
    return new RenderedAnswer(
        new RenderedAnswer.Response(
            200,
            "image/svg+xml",
            Buffer.buffer("<svg/>"),
            "\"tag\"",
            CachePolicy.USUAL,
            true,
            List.of()),
        outcome,
        COUNTER,
        NOW);
  }
}
