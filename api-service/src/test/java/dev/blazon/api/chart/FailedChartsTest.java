package dev.blazon.api.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.HttpAsker.Response;
import dev.blazon.api.report.LargeStats;
import dev.blazon.api.report.ReportServer;
import dev.blazon.api.report.SlowStats;
import dev.blazon.badge.Picture;
import dev.blazon.chart.TimeChart;
import dev.blazon.count.CountAnswer;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a chart shows when there are no counts, no painter, or too many readers. */
@Timeout(120)
final class FailedChartsTest {

  private static final String BRIEF = "public, max-age=60, s-maxage=60";
  private static final String CHART = "/chart/requests.svg?by=version";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "COMING  | true  | The counts of this project are being fetched; please ask again in some"
            + " seconds",
        "BUSY    | true  | Too many calls are under way; please ask again",
        "SLOW    | true  | The counts could not be read in time",
        "FAILED  | true  | The counts cannot be read now",
        "OFF     | true  | This service counts no downloads: its operator has not enabled it",
        "UNKNOWN | false | The source of this project's counts does not know this, such as its"
            + " versions",
      })
  void a_reason_is_a_picture_that_is_kept_a_minute(
      CountAnswer.Reason reason, boolean passing, String words) throws TimeoutException {
    try (ReportServer server =
        ReportServer.with(new SlowStats(reason), new PaintedWords(), Map.of())) {
      Response answer = server.ask().get(CHART);

      assertEquals(200, answer.status());
      assertEquals("<svg>" + words + "</svg>", answer.text());
      assertEquals(BRIEF, answer.header("Cache-Control"));
      assertEquals(passing, "failed".equals(answer.header("Blazon-Outcome")));
    }
  }

  @Test
  void a_reader_is_answered_in_time_though_the_counts_never_come() throws TimeoutException {
    try (ReportServer server =
        ReportServer.with(
            SlowStats.silent(), new PaintedWords(), Map.of("BLAZON_DEADLINE", "300ms"))) {
      Response answer = server.ask().get(CHART);

      assertEquals("<svg>The counts could not be read in time</svg>", answer.text());
      assertEquals("failed", answer.header("Blazon-Outcome"));
    }
  }

  @Test
  void a_mistake_of_ours_is_a_picture_too() throws TimeoutException {
    try (ReportServer server =
        ReportServer.with(SlowStats.broken(), new PaintedWords(), Map.of())) {
      assertEquals("<svg>Internal server error</svg>", server.ask().get(CHART).text());
    }
  }

  @ParameterizedTest
  @CsvSource({"svg, image/svg+xml;charset=utf-8", "png, image/png"})
  void without_a_painter_a_plain_picture_says_so(String format, String type)
      throws TimeoutException {
    PaintedWords imaging = new PaintedWords();
    imaging.answer(Future.failedFuture("no imaging service is well"));
    try (ReportServer server = ReportServer.with(new LargeStats(), imaging, Map.of())) {
      Response answer = server.ask().get("/chart/requests." + format);

      assertEquals(200, answer.status());
      assertEquals(type, answer.header("Content-Type"));
      assertEquals("failed", answer.header("Blazon-Outcome"));
      assertEquals(BRIEF, answer.header("Cache-Control"));
      assertEquals(format.equals("svg"), answer.text().contains("chart: unavailable"));
    }
  }

  @Test
  void a_slow_chart_holds_up_no_badge() throws TimeoutException {
    PaintedWords imaging = new PaintedWords();
    Promise<Picture> never = Promise.promise();
    imaging.answer(never.future());
    try (ReportServer server =
        ReportServer.with(new LargeStats(), imaging, Map.of("BLAZON_DEADLINE", "20s"))) {
      List<Future<Response>> charts = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        charts.add(server.ask().send(HttpMethod.GET, "/chart/project-" + i + ".svg", Map.of()));
      }

      Response badge = server.ask().get("/badge/a-b-red.svg");

      assertTrue(badge.text().contains("a: b"), badge.text());
      assertFalse(charts.stream().anyMatch(Future::isComplete));
    }
  }

  @Test
  void thousands_of_versions_are_eight_lines_in_their_turn() throws TimeoutException {
    PaintedWords imaging = new PaintedWords();
    LargeStats stats = new LargeStats();
    try (ReportServer server = ReportServer.with(stats, imaging, Map.of())) {
      List<Future<Response>> charts = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        String uri = "/chart/project-" + i + ".svg?by=version&days=180";
        charts.add(server.ask().send(HttpMethod.GET, uri, Map.of()));
      }
      Future.all(charts).await(60, TimeUnit.SECONDS);

      TimeChart chart = (TimeChart) imaging.last().chart();
      assertEquals(8, chart.lines().size());
      assertEquals("other", chart.lines().get(7).name());
      assertEquals(1, stats.mostAtOnce());
    }
  }
}
