package dev.blazon.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.HttpAsker.Response;
import dev.blazon.api.testing.CountsStandIn;
import dev.blazon.api.testing.StubServer;
import dev.blazon.corpus.Corpus;
import dev.blazon.count.Day;
import dev.blazon.stats.testing.ClickPyStandIn;
import dev.blazon.stats.testing.Download;
import dev.blazon.stats.testing.JsonStandIn;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Download badges and charts of a service that knows no more than where ClickHouse is, from
 * ClickHouse's rows to the words of every dialect. The rows are the real downloads of requests in
 * August 2026, spread evenly over its days, by the shares of installers in that month.
 */
@Timeout(120)
class DownloadBadgesTest {

  private static final Day FIRST = Day.of(2026, 8, 1);
  private static final int DAYS = 31;

  /** What a badge of each dialect says about requests. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("/pepy/badge/requests", "downloads: 1G"),
          Map.entry("/pepy/badge/requests/month", "downloads/month: 1G"),
          Map.entry("/pepy/badge/requests/week", "downloads/week: 382M"),
          Map.entry("/pepy/personalized-badge/requests?units=NONE", "downloads: 1695910251"),
          Map.entry("/download/requests/badge.svg", "downloads: 1.6B/month"),
          Map.entry("/download/requests/badge.svg?period=week", "downloads: 381.1M/week"),
          Map.entry("/download-day/requests/badge.svg", "downloads: 54.4M/day"),
          // PyPI counts in another way since the 24th: eight days are too few for a line.
          Map.entry("/trend/requests/badge.svg", "downloads: 1.6B/month"),
          Map.entry("/download-total/requests/badge.svg", "downloads: 1.7B"),
          Map.entry("/pypi/dm/requests", "downloads: 1.6G/month"),
          Map.entry("/pypi/dw/requests.svg", "downloads: 381M/week"),
          Map.entry("/pepy/dt/requests", "downloads: 1.7G"),
          Map.entry("/badgen/pypi/dd/requests", "downloads: 54.4M/day"));

  private final Vertx vertx = Vertx.vertx();
  private ClickPyStandIn clickHouse;
  private JsonStandIn pypistats;
  private StubServer pypi;
  @TempDir private Path folder;

  @BeforeEach
  void start() {
    clickHouse = ClickPyStandIn.start(vertx).add(august());
    pypistats = JsonStandIn.start(vertx);
    pypi = StubServer.start(vertx).project("requests", Documents.good("requests", "2.32.5"));
  }

  @AfterEach
  void stop() throws TimeoutException {
    pypi.close();
    pypistats.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void numbers_are_right_at_the_first_call_and_after_a_restart_without_the_source() {
    try (Deployment blazon = Deployment.start(environment())) {
      assertEquals("downloads: 1G", says(blazon, "/pepy/badge/requests"));
      assertEquals("downloads: 1.6B/month", says(blazon, "/download/requests/badge.svg"));
      WORDS.forEach((uri, words) -> assertEquals(words, says(blazon, uri), uri));
    }
    clickHouse.close();
    try (Deployment restarted = Deployment.start(environment())) {
      WORDS.forEach((uri, words) -> assertEquals(words, says(restarted, uri), uri));
    }
    assertEquals(0, pypi.requests());
  }

  @Test
  void a_thousand_readers_of_an_unseen_project_cost_one_fetch() throws TimeoutException {
    try (Deployment blazon = Deployment.start(environment())) {
      List<String> uris = List.copyOf(WORDS.keySet());
      List<Future<Response>> answers = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        answers.add(blazon.ask().send(HttpMethod.GET, uris.get(i % uris.size()), Map.of()));
      }
      Future.all(answers).await(60, TimeUnit.SECONDS);
      for (int i = 0; i < answers.size(); i++) {
        String uri = uris.get(i % uris.size());
        assertEquals(
            WORDS.get(uri), Svg.parse(answers.get(i).result().body().getBytes()).says(), uri);
      }
    }
    assertEquals(1, clickHouse.queries(ClickPyStandIn.VERSIONS).size());
  }

  @Test
  void a_chart_of_an_unseen_project_is_fetched_and_painted_in_both_formats() throws IOException {
    try (Deployment blazon = Deployment.start(environment())) {
      String svg = blazon.ask().get("/chart/requests.svg?by=version&days=30").text();
      Response png = blazon.ask().get("/chart/requests.png?by=version&days=30&scale=2");

      assertTrue(svg.contains("<title"), svg);
      assertTrue(svg.contains("requests: downloads by version"), svg);
      assertTrue(svg.contains("2.32.5") && svg.contains("2.31.0"), svg);
      assertTrue(svg.contains("until 2026-08-31 · PyPI via ClickHouse, CC BY 4.0"), svg);
      assertTrue(svg.contains("counting changed"), svg);
      assertTrue(svg.length() < 30_000, svg.length() + " characters");
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.body().getBytes()));
      assertEquals(1_600, image.getWidth());
      assertEquals(800, image.getHeight());
    }
    assertEquals(1, clickHouse.queries(ClickPyStandIn.VERSIONS).size());
  }

  @ParameterizedTest
  @CsvSource({
    "/download-total/requests/badge.svg?version=2.*, downloads: 1.7B in 31 days",
    "/download-total/requests/badge.svg?version=9.*, downloads: 0 in 31 days",
    "/pepy/badge/requests?installer=uv,              downloads: 651M in 31 days",
    "/download/requests/badge.svg?installer=PIP,     downloads: 982M/month",
    "/pypi/dm/requests?system=linux,                 downloads: 1.6G/month",
    "/pypi/dm/requests?python=3.12,                  downloads: 1.6G/month",
    "/pypi/dm/requests?python=2.7,                   downloads: 0/month",
    "/pypi/dm/requests?python=three,                 downloads: invalid query parameter: python",
  })
  void parts_are_counted_and_say_of_how_many_days_their_total_is(String uri, String words) {
    try (Deployment blazon = Deployment.start(environment())) {
      assertEquals(words, says(blazon, uri));
    }
  }

  @Test
  void a_project_without_downloads_has_none_and_an_unknown_one_is_not_found() {
    pypi.project("brand-new", Documents.good("brand-new", "0.1"));
    try (Deployment blazon = Deployment.start(environment())) {
      assertEquals("downloads: 0/month", says(blazon, "/download/brand-new/badge.svg"));
      assertEquals("downloads: 0/month", says(blazon, "/trend/brand-new/badge.svg"));
      assertEquals("downloads: not found", says(blazon, "/trend/brand-nwe/badge.svg"));
      assertEquals("downloads: 0", says(blazon, "/pepy/badge/brand-new"));
      assertEquals("downloads: not found", says(blazon, "/download/brand-nwe/badge.svg"));
      assertEquals("downloads: package not found", says(blazon, "/pypi/dm/brand-nwe"));
    }
  }

  @Test
  void nothing_says_rate_limited_when_every_source_limits_us() {
    clickHouse.answer("", (request, body) -> request.response().setStatusCode(429).end());
    pypistats.answer(
        "/api/packages/requests/overall", request -> request.response().setStatusCode(429).end());
    try (Deployment blazon = Deployment.start(environment())) {
      for (String uri : WORDS.keySet()) {
        String words = says(blazon, uri);
        assertFalse(words.contains("rate limited"), words);
        assertTrue(words.startsWith("downloads"), words);
      }
    }
  }

  @Test
  void no_count_is_shown_when_the_operator_wants_none() {
    Map<String, String> environment = environment();
    environment.put("BLAZON_STATS", "off");
    try (Deployment blazon = Deployment.start(environment)) {
      assertEquals("downloads: no data", says(blazon, "/download/requests/badge.svg"));
      assertEquals("downloads: no data", says(blazon, "/trend/requests/badge.svg"));
    }
    assertEquals(List.of(), clickHouse.queries());
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(CountsStandIn.PATIENT);
    environment.put("BLAZON_PYPI_URL", pypi.url().toString());
    environment.put("BLAZON_CLICKHOUSE_URL", clickHouse.url().toString());
    environment.put("BLAZON_PYPISTATS_URL", pypistats.url().toString());
    environment.put("BLAZON_PEPY_URL", pypistats.url().toString());
    environment.put("BLAZON_STATS_DATABASE", "sqlite:" + folder.resolve("stats"));
    environment.put("BLAZON_CACHE_DIR", folder.resolve("cache").toString());
    return environment;
  }

  private static String says(Deployment blazon, String uri) {
    return Svg.parse(blazon.ask().get(uri).body().getBytes()).says();
  }

  private static List<Download> august() {
    long all =
        rows("top20-2026-08.csv")
            .filter(row -> row[0].equals("requests"))
            .mapToLong(row -> Long.parseLong(row[1]))
            .sum();
    List<Download> downloads = new ArrayList<>();
    for (int i = 0; i < DAYS; i++) {
      Day day = FIRST.plus(i);
      long ofDay = all * (i + 1) / DAYS - all * i / DAYS;
      long others = 0;
      for (String[] row : rows("installers-37-projects.csv").toList()) {
        long count = Math.round(ofDay * Double.parseDouble(row[2]));
        if (!row[0].equals("pip") && count > 0) {
          String installer = row[0].equals("(none recorded)") ? "" : row[0];
          downloads.add(Download.of(day, "requests", "2.32.5", installer, count));
          others += count;
        }
      }
      downloads.add(Download.of(day, "requests", "2.31.0", "pip", ofDay - others));
    }
    return downloads;
  }

  private static Stream<String[]> rows(String file) {
    return Corpus.lines("statistics/clickpy/" + file).stream()
        .skip(1)
        .map(line -> line.replace("\"", "").split(",", -1));
  }
}
