package dev.blazon.api.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.HttpAsker.Response;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two thousand versions on each of 180 days. */
final class LongAnswersTest {

  private static final String BY_VERSION = "/api/v3/projects/large/downloads?by=version";
  private static final Map<String, String> PATIENT = Map.of("BLAZON_DEADLINE", "20s");

  @Test
  void are_written_as_a_whole_and_their_memory_is_given_back() throws TimeoutException {
    try (ReportServer server = ReportServer.with(new LargeStats(), PATIENT)) {
      Response answer = server.ask().get(BY_VERSION);

      assertEquals(200, answer.status());
      assertTrue(answer.body().length() > 2_000_000);
      assertEquals(LargeStats.VERSIONS, answer.json().getJsonArray("series").size());
      assertEquals(LargeStats.TOTAL, answer.json().getLong("downloads"));
      server.awaitMemoryGivenBack();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        BY_VERSION,
        "/api/v3/projects/large/downloads?by=version&format=csv",
        "/api/v2/projects/large",
      })
  void are_refused_where_the_operator_leaves_little_memory_for_them(String call)
      throws TimeoutException {
    try (ReportServer server =
        ReportServer.with(
            new LargeStats(), Map.of("BLAZON_DEADLINE", "20s", "BLAZON_ANSWER_MEMORY", "1mb"))) {
      Response answer = server.ask().get(call);

      assertEquals(400, answer.status());
      assertTrue(answer.text().contains("The answer would be longer than 512 KB"), answer.text());
      server.awaitMemoryGivenBack();
    }
  }

  @Test
  void are_read_a_few_at_once_and_the_others_wait() throws TimeoutException {
    LargeStats stats = new LargeStats();
    try (ReportServer server =
            ReportServer.with(
                stats, Map.of("BLAZON_DEADLINE", "20s", "BLAZON_ANSWER_MEMORY", "1mb"));
        Crowd crowd = new Crowd(server.port())) {
      crowd.ask(BY_VERSION, 60);
      crowd.awaitAnswers(60);

      assertEquals(60, crowd.statuses().stream().filter(status -> status == 400).count());
      assertTrue(stats.mostAtOnce() <= 4, stats.mostAtOnce() + " at once");
    }
  }
}
