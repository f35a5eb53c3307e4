package dev.blazon.api.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.HttpAsker.Response;
import dev.blazon.api.report.CountedRows;
import dev.blazon.api.report.ReportServer;
import dev.blazon.chart.ChartLine;
import dev.blazon.chart.ChartLook;
import dev.blazon.chart.ChartMark;
import dev.blazon.chart.MessageChart;
import dev.blazon.chart.ShareChart;
import dev.blazon.chart.TimeChart;
import dev.blazon.service.http.SecurityHeaders;
import io.vertx.core.http.HttpMethod;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Charts of imported counts: URL in, chart and headers out. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ChartHttpTest {

  private static final String USUAL =
      "public, max-age=300, s-maxage=3600, stale-while-revalidate=86400, stale-if-error=604800";
  private static final String BRIEF = "public, max-age=60, s-maxage=60";

  @TempDir private static Path folder;
  private final PaintedWords imaging = new PaintedWords();
  private ReportServer server;

  @BeforeAll
  void start() throws Exception {
    String oneDay = "2026-08-26,one-day,1.0,5,5,3.12,Linux,pip,US,\n";
    server = ReportServer.with(folder, CountedRows.CSV + oneDay, imaging);
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  @Test
  void a_chart_shows_each_day_the_gap_and_the_break() {
    TimeChart chart = time("/chart/requests.svg?download=1");

    assertEquals(TimeChart.Form.AREA, chart.form());
    assertEquals(TimeChart.Interval.DAY, chart.interval());
    assertEquals(LocalDate.of(2026, 8, 22), chart.starts().get(0));
    assertEquals(
        List.of(new ChartLine("", new long[] {15, 7, ChartLine.MISSING, 5, 2})), chart.lines());
    assertEquals(
        List.of(new ChartMark(LocalDate.of(2026, 8, 24), "counting changed")), chart.marks());
    assertEquals(Set.of(), chart.suspects());
    assertEquals("requests: downloads", chart.caption().title());
    assertEquals(
        "Downloads a day with mirrors, until 2026-08-26"
            + " · PyPI via files of the operator, CC BY 4.0",
        chart.caption().note());
    assertEquals(
        "requests: downloads, a day, from 2026-08-22 to 2026-08-26. The most are 15 on 2026-08-22;"
            + " the last are 2 on 2026-08-26. Counting changed on 2026-08-24: Since 2026-08-24 PyPI"
            + " counts requests for wheels, sdists and zip files only. 1 day is missing.",
        chart.caption().description());
  }

  @Test
  void versions_are_stacked_in_their_order_and_shares_are_told() {
    TimeChart chart = time("/chart/requests.svg?by=version&interval=day");

    assertEquals(TimeChart.Form.STACKED, chart.form());
    assertEquals(
        List.of("2.4.0", "2.31.0", "2.31.0rc1"),
        chart.lines().stream().map(ChartLine::name).toList());
    assertEquals("requests: downloads by version", chart.caption().title());
    assertTrue(
        chart.caption().description().contains("Shares: 2.31.0 62.1 %, 2.4.0 34.5 %"),
        chart.caption().description());
  }

  @ParameterizedTest
  @CsvSource({
    "by=python,             STACKED, 3.11 3.12 unknown",
    "by=python&form=line,   LINE,    3.12 3.11 unknown",
    "by=system,             STACKED, Darwin FreeBSD Linux Windows unknown",
    "by=installer,          STACKED, bandersnatch pip uv",
    "by=country&form=line,  LINE,    US DE unknown FR",
    "versions=2.31*,        LINE,    2.31.0 2.31.0rc1",
    "versions=2.4.0,        LINE,    2.4.0",
  })
  void lines_are_named_by_what_they_are_split_by(String query, TimeChart.Form form, String names) {
    TimeChart chart = time("/chart/requests.svg?" + query);

    assertEquals(form, chart.form());
    assertEquals(names, String.join(" ", chart.lines().stream().map(ChartLine::name).toList()));
  }

  @Test
  void bars_show_shares_of_the_whole() {
    answer("/chart/requests.svg?by=python&form=bars&mirrors=false");
    ShareChart chart = (ShareChart) imaging.last().chart();

    assertEquals(24, chart.total());
    assertEquals(
        List.of(new ShareChart.Bar("3.12", 19), new ShareChart.Bar("3.11", 5)), chart.bars());
    assertTrue(
        chart
            .caption()
            .note()
            .startsWith(
                "Downloads from 2026-08-22 without mirrors, until 2026-08-26, 1 day is missing · "),
        chart.caption().note());
  }

  @Test
  void bars_are_as_high_as_they_need_to_be() {
    answer("/chart/requests.svg?by=python&form=bars");
    assertEquals(90 + 3 * 36, imaging.last().look().height());
    answer("/chart/requests.svg?by=python&form=bars&height=500");
    assertEquals(500, imaging.last().look().height());
  }

  @Test
  void a_week_that_lacks_a_day_is_suspect() {
    TimeChart chart = time("/chart/requests.svg?interval=week&days=30");

    assertEquals(TimeChart.Interval.WEEK, chart.interval());
    assertEquals(List.of(new ChartLine("", new long[] {22, 7})), chart.lines());
    assertEquals(Set.of(0, 1), chart.suspects());
  }

  @Test
  void a_project_with_a_single_day_has_a_chart_of_it() {
    TimeChart chart = time("/chart/one-day.svg?by=version&days=30");

    assertEquals(TimeChart.Form.AREA, chart.form());
    assertEquals(
        List.of(new ChartLine("1.0", new long[] {0, 0, ChartLine.MISSING, 0, 5})), chart.lines());
  }

  @Test
  void all_days_begin_with_the_first() {
    TimeChart chart = time("/chart/flask.svg?days=all");

    assertEquals(LocalDate.of(2026, 8, 22), chart.starts().get(0));
    assertEquals(
        List.of(new ChartLine("", new long[] {100, 0, ChartLine.MISSING, 0, 1})), chart.lines());
  }

  @Test
  void the_look_is_passed_on() {
    answer("/chart/requests.png?width=300&height=150&scale=2&theme=dark");

    assertEquals(new ChartLook(ChartLook.Theme.DARK, 300, 150, 2), imaging.last().look());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/chart/brand-new.svg              | No downloads of brand-new are counted yet.",
        "/chart/nobody-knows.svg           | Project with name nobody-knows does not exist",
        "/chart/nobody-knows.png           | Project with name nobody-knows does not exist",
        "/chart/-.svg                      | Project with name - does not exist",
        "/chart/unreachable.svg            | PyPI cannot be asked about this project now",
        "/chart/requests.svg?days=7        | days is '7', but must be one of 30, 90, 180, all",
        "/chart/requests.svg?width=1       | width is '1', but must be a number from 200 to 2000",
        "/chart/requests.svg?versions=9.*  | No downloads of versions 9.* are known from 2026-02-28"
            + " to 2026-08-26.",
      })
  void a_failure_is_a_picture_that_says_what_it_is_and_is_not_kept(String uri, String words) {
    Response response = answer(uri);

    assertEquals(200, response.status());
    assertEquals("<svg>" + words + "</svg>", response.text());
    assertEquals(BRIEF, response.header("Cache-Control"));
    assertEquals(words, ((MessageChart) imaging.last().chart()).words());
  }

  @Test
  void a_failure_has_the_look_that_is_asked_for() {
    answer("/chart/nobody.svg?width=400&theme=dark");

    assertEquals(new ChartLook(ChartLook.Theme.DARK, 400, 200, 1), imaging.last().look());
  }

  @Test
  void a_chart_is_cached_as_badges_are() {
    Response response = answer("/chart/Requests.svg?theme=light");

    assertEquals(200, response.status());
    assertEquals(USUAL, response.header("Cache-Control"));
    assertEquals("requests", response.header("Surrogate-Key"));
    assertEquals("image/svg+xml;charset=utf-8", response.header("Content-Type"));
    assertEquals("Accept-Encoding", response.header("Vary"));
    assertFalse(response.headers().contains("Blazon-Outcome"));
    SecurityHeaders.ALL.forEach(
        header -> assertEquals(header.getValue(), response.header(header.getKey())));
  }

  @Test
  void a_chart_of_several_projects_is_forgotten_with_any_of_them() {
    Response response = answer("/chart/Requests,flask,-.svg?days=30");

    assertEquals("requests flask", response.header("Surrogate-Key"));
    assertEquals(USUAL, response.header("Cache-Control"));
  }

  @Test
  void a_chart_that_a_reader_has_is_not_sent_again() {
    String tag = answer("/chart/requests.svg?theme=dark").header("ETag");

    Response again =
        server.ask().get("/chart/requests.svg?theme=dark", Map.of("If-None-Match", tag));

    assertEquals(304, again.status());
    assertEquals(0, again.body().length());
    assertEquals(tag, again.header("ETag"));
  }

  @Test
  void an_svg_is_gzipped_and_a_png_is_not() throws IOException {
    Map<String, String> gzip = Map.of("Accept-Encoding", "gzip");
    Response svg = server.ask().get("/chart/requests.svg", gzip);
    Response png = server.ask().get("/chart/requests.png", gzip);

    assertEquals("gzip", svg.header("Content-Encoding"));
    String words =
        new String(
            new GZIPInputStream(new ByteArrayInputStream(svg.body().getBytes())).readAllBytes(),
            StandardCharsets.UTF_8);
    assertTrue(words.contains("requests: downloads"), words);
    assertNull(png.headers().get("Content-Encoding"));
    assertEquals("image/png", png.header("Content-Type"));
  }

  @Test
  void head_has_the_headers_of_get() {
    Response get = answer("/chart/requests.svg");
    Response head = server.ask().request(HttpMethod.HEAD, "/chart/requests.svg", Map.of());

    assertEquals(200, head.status());
    assertEquals(get.header("ETag"), head.header("ETag"));
    assertEquals(get.header("Content-Length"), head.header("Content-Length"));
    assertEquals(0, head.body().length());
  }

  @Test
  void one_chart_is_made_for_all_hosts_and_spellings_of_its_query() {
    int before = imaging.asked().size();
    Response first = host("/chart/flask.svg?days=90&by=version", "img.shields.io");
    Response second = host("/chart/flask.svg?utm_source=x&by=version&amp;days=90", "pepy.tech");

    assertEquals(first.text(), second.text());
    assertEquals(before + 1, imaging.asked().size());
  }

  @Test
  void a_chart_can_be_saved() {
    assertEquals(
        "attachment; filename=\"zope-interface-downloads.png\"",
        answer("/chart/zope.interface.png?download").header("Content-Disposition"));
  }

  @Test
  void other_paths_of_the_folder_are_no_badge() {
    assertEquals(404, server.ask().get("/chart/requests").status());
    assertEquals(404, server.ask().get("/chart/").status());
  }

  private Response host(String uri, String host) {
    return server.ask().get(uri, Map.of("Host", host));
  }

  private Response answer(String uri) {
    return server.ask().get(uri);
  }

  /** The chart that was painted; the URL must not have been asked for before. */
  private TimeChart time(String uri) {
    Response response = answer(uri);
    assertEquals(200, response.status());
    return (TimeChart) imaging.last().chart();
  }
}
