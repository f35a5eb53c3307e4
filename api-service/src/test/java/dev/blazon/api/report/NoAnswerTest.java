package dev.blazon.api.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.HttpAsker.Response;
import dev.blazon.api.stats.NoStats;
import dev.blazon.count.CountAnswer;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said when there are no counts now. */
final class NoAnswerTest {

  @ParameterizedTest
  @CsvSource({
    "COMING,  503, coming,        5",
    "BUSY,    503, busy,          2",
    "SLOW,    503, slow,          2",
    "FAILED,  503, failed,        60",
    "OFF,     501, off,           null",
    "UNKNOWN, 404, unknown_split, null",
  })
  void a_reason_says_whether_to_ask_again(
      CountAnswer.Reason reason, int status, String code, String retry) throws TimeoutException {
    try (ReportServer server = ReportServer.with(new SlowStats(reason), Map.of())) {
      Response answer = server.ask().get("/api/v3/projects/requests/downloads");

      assertEquals(status, answer.status());
      assertEquals(code, answer.json().getString("error"));
      assertEquals(retry, answer.header("Retry-After"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v2/projects/requests | {\"error\":501,\"message\":\"This service counts no downloads:"
            + " its operator has not enabled it\"}",
        "/api/packages/requests/recent | This service counts no downloads: its operator has not"
            + " enabled it",
        "/downloads/point/last-day | {\"error\":\"This service counts no downloads: its operator has"
            + " not enabled it\"}",
      })
  void a_service_that_does_not_count_says_so_in_the_form_of_each_service(String call, String text)
      throws TimeoutException {
    try (ReportServer server = ReportServer.with(new NoStats(), Map.of())) {
      Response answer = server.ask().get(call);

      assertEquals(501, answer.status());
      assertEquals(text, answer.text());
      assertEquals("failed", answer.header("Blazon-Outcome"));
      assertEquals("no-store", answer.header("Cache-Control"));
    }
  }

  @Test
  void a_call_is_answered_by_its_deadline_even_if_the_counts_never_come() throws TimeoutException {
    try (ReportServer server =
        ReportServer.with(SlowStats.silent(), Map.of("BLAZON_DEADLINE", "300ms"))) {
      Response answer = server.ask().get("/api/v3/days");

      assertEquals(503, answer.status());
      assertEquals("slow", answer.json().getString("error"));
    }
  }

  @Test
  void a_mistake_of_ours_is_an_internal_error_in_the_form_of_the_service() throws TimeoutException {
    try (ReportServer server = ReportServer.with(SlowStats.broken(), Map.of())) {
      Response answer = server.ask().get("/api/v2/projects/requests");

      assertEquals(500, answer.status());
      assertEquals("{\"error\":500,\"message\":\"Internal server error\"}", answer.text());
    }
  }

  @Test
  void more_calls_than_fit_are_refused_and_the_others_answered() throws TimeoutException {
    SlowStats stats = SlowStats.silent();
    try (ReportServer server = ReportServer.with(stats, Map.of("BLAZON_DEADLINE", "20s"));
        Crowd crowd = new Crowd(server.port())) {
      crowd.ask("/api/v3/days", 300);
      crowd.awaitAnswers(300 - 256);
      assertTrue(crowd.statuses().stream().allMatch(status -> status == 503));
      stats.answerAll(CountAnswer.Reason.OFF);
      crowd.awaitAnswers(300);

      assertEquals(256, crowd.statuses().stream().filter(status -> status == 501).count());
    }
  }
}
