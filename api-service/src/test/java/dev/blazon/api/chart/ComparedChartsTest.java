package dev.blazon.api.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.HttpAsker.Response;
import dev.blazon.api.report.CountedRows;
import dev.blazon.api.report.ReportServer;
import dev.blazon.chart.Chart;
import dev.blazon.chart.ChartLine;
import dev.blazon.chart.ChartMark;
import dev.blazon.chart.MessageChart;
import dev.blazon.chart.TimeChart;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Charts of several projects: URL in, chart and headers out. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ComparedChartsTest {

  @TempDir private static Path folder;
  private final PaintedWords imaging = new PaintedWords();
  private ReportServer server;

  @BeforeAll
  void start() throws Exception {
    String ofCompare = "2026-08-26,compare,1.0,5,5,3.12,Linux,pip,US,\n";
    server = ReportServer.with(folder, CountedRows.CSV + ofCompare, imaging);
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  @Test
  void each_project_is_a_line_the_largest_first_and_the_break_is_marked() {
    TimeChart chart = (TimeChart) chart("/chart/requests,flask.svg?days=all&interval=day");

    assertEquals(TimeChart.Form.LINE, chart.form());
    assertEquals(
        List.of(
            new ChartLine("flask", new long[] {100, 0, ChartLine.MISSING, 0, 1}),
            new ChartLine("requests", new long[] {15, 7, ChartLine.MISSING, 5, 2})),
        chart.lines());
    assertEquals(
        List.of(new ChartMark(LocalDate.of(2026, 8, 24), "counting changed")), chart.marks());
    assertEquals("flask and requests: downloads a day", chart.caption().title());
  }

  @Test
  void names_that_are_not_projects_leave_the_others_alone() {
    TimeChart chart = (TimeChart) chart("/chart/requests,nobody,-x-,.svg?days=all&interval=day");

    assertEquals(List.of("requests"), chart.lines().stream().map(ChartLine::name).toList());
  }

  @Test
  void mirrors_are_left_out_if_the_url_says_so() {
    TimeChart chart =
        (TimeChart) chart("/chart/flask,requests.svg?days=all&interval=day&mirrors=false");

    assertEquals(90, chart.lines().get(0).numbers()[0]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /chart/nobody,noone.svg           | No downloads of these projects were counted.
          /chart/,.svg                      | Name projects to compare, as in /chart/requests,httpx.svg
          /chart/requests,flask.svg?days=31 | days is '31', but must be one of 30, 90, 180, all
          """)
  void what_cannot_be_drawn_is_said(String uri, String words) {
    assertEquals(words, ((MessageChart) chart(uri)).words());
  }

  @Test
  void a_project_that_is_called_compare_has_its_chart() {
    assertEquals("compare: downloads", chart("/chart/compare.svg").caption().title());
    assertTrue(chart("/chart/compare,flask.svg?days=30").caption().title().contains("compare"));
  }

  @Test
  void a_comparison_is_cached_like_a_badge_unless_it_shows_nothing() {
    Response chart = server.ask().get("/chart/requests,flask.png?days=30");
    Response nothing = server.ask().get("/chart/nobody,noone.png?days=30");

    assertTrue(chart.header("Cache-Control").contains("s-maxage=3600"));
    assertEquals("public, max-age=60, s-maxage=60", nothing.header("Cache-Control"));
    assertEquals("image/png", chart.header("Content-Type"));
  }

  private Chart chart(String uri) {
    assertEquals(200, server.ask().get(uri).status());
    return imaging.last().chart();
  }
}
