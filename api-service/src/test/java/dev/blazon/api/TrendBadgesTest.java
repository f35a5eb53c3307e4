package dev.blazon.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.HttpAsker.Response;
import dev.blazon.api.testing.CountsStandIn;
import dev.blazon.api.testing.OnEveryJava;
import dev.blazon.api.testing.StubServer;
import dev.blazon.badge.Style;
import dev.blazon.count.Day;
import dev.blazon.stats.testing.ClickPyStandIn;
import dev.blazon.stats.testing.Download;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Badges with a line of the last weeks, from ClickHouse's rows to the picture. Every day has 140
 * downloads, each week more by pip of version 2 and fewer by uv of version 1.
 */
@OnEveryJava
@Tag("once")
@Timeout(120)
class TrendBadgesTest {

  private static final Day NEWEST = Day.of(2026, 11, 28);
  private static final int WEEKS = 13;

  /** A week more than the line shows. */
  private static final int DAYS = 7 * (WEEKS + 1);

  private final Vertx vertx = Vertx.vertx();
  private ClickPyStandIn clickHouse;
  private StubServer pypi;
  @TempDir private Path folder;

  @BeforeEach
  void start() {
    clickHouse =
        ClickPyStandIn.start(vertx).loaded(NEWEST.minus(DAYS - 1), NEWEST).add(downloads());
    pypi = StubServer.start(vertx).project("demo", Documents.good("demo", "2.0"));
  }

  @AfterEach
  void stop() throws TimeoutException {
    pypi.close();
    clickHouse.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @CsvSource({
    "/trend/demo/badge.svg,                        'downloads: 4.2k/month, steady'",
    "/trend/demo,                                  'downloads: 4.2k/month, steady'",
    "/trend/demo/badge.svg?period=week,            'downloads: 980/week, steady'",
    "/trend/demo/badge.svg?period=day,             'downloads: 140/day, steady'",
    "/trend/demo/badge.svg?period=fortnight,       'downloads: 4.2k/month, steady'",
    "/trend/demo/badge.svg?version=2.*,            'downloads: 3.4k/month, rising'",
    "/trend/demo/badge.svg?version=1.*&period=day, 'downloads: 10/day, falling'",
    "/trend/demo/badge.svg?installer=UV&period=day,'downloads: 10/day, falling'",
    "/trend/demo/badge.svg?system=linux,           'downloads: 4.2k/month, steady'",
    "/trend/demo/badge.svg?label=used,             'used: 4.2k/month, steady'",
    "/trend/demo/badge.svg?python=2.7,             downloads: 0/month",
    "/trend/demo/badge.svg?python=two,             downloads: invalid query parameter: python",
    "/trend//badge.svg,                            downloads: project name missing",
  })
  void say_the_number_and_what_the_line_shows(String uri, String words) {
    try (Deployment blazon = Deployment.start(environment())) {
      String svg = blazon.ask().get(uri).body().toString();

      assertEquals(words, Svg.parse(svg.getBytes(UTF_8)).says());
      assertEquals(words.contains(","), svg.contains("stroke-linejoin"), svg);
    }
  }

  @Test
  void a_missing_day_does_not_lower_the_line() {
    clickHouse.unload(NEWEST.minus(10));
    try (Deployment blazon = Deployment.start(environment())) {
      String svg = blazon.ask().get("/trend/demo/badge.svg?style=flat-square").body().toString();
      String line = svg.substring(svg.indexOf("<path fill-opacity"), svg.indexOf("V150"));

      String[] points = line.substring(line.indexOf("d=\"M") + 4).split(" ", -1);
      assertEquals(2 * WEEKS, points.length, svg);
      for (int i = 1; i < points.length; i += 2) {
        assertEquals("50", points[i], line);
      }
    }
  }

  @Test
  void a_project_that_is_new_rises_from_the_days_on_which_it_had_no_downloads() {
    clickHouse.add(List.of(Download.of(NEWEST, "young", "1.0", "pip", 7)));
    try (Deployment blazon = Deployment.start(environment())) {
      String svg = blazon.ask().get("/trend/young/badge.svg").body().toString();

      assertTrue(svg.contains("aria-label=\"downloads: 7/month, rising\""), svg);
    }
  }

  @Test
  void a_single_day_is_no_line() {
    for (int i = 1; i < DAYS; i++) {
      clickHouse.unload(NEWEST.minus(i));
    }
    try (Deployment blazon = Deployment.start(environment())) {
      String svg = blazon.ask().get("/trend/demo/badge.svg").body().toString();

      assertTrue(svg.contains("aria-label=\"downloads: 140/month\""), svg);
      assertFalse(svg.contains("stroke-linejoin"), svg);
    }
  }

  @Test
  void json_has_the_words_alone_as_an_endpoint_document_must() {
    try (Deployment blazon = Deployment.start(environment())) {
      JsonObject json = new JsonObject(blazon.ask().get("/trend/demo/badge.json").body());

      assertEquals(Set.of("schemaVersion", "label", "message", "color"), json.fieldNames());
      assertEquals("4.2k/month", json.getString("message"));
    }
  }

  @Test
  void the_line_makes_the_picture_wider_than_that_of_the_number_in_every_style() throws Exception {
    try (Deployment blazon = Deployment.start(environment())) {
      for (Style style : Style.values()) {
        for (int scale = 1; scale <= 3; scale++) {
          String query = "/demo/badge.png?style=" + style.id() + "&scale=" + scale;
          int wider = width(blazon, "/trend" + query) - width(blazon, "/download" + query);

          assertEquals(scale * (style == Style.FOR_THE_BADGE ? 44 : 41), wider, query);
        }
      }
    }
  }

  @Test
  void pictures_are_the_same_bytes_from_other_processes() {
    List<String> uris = new ArrayList<>();
    for (Style style : Style.values()) {
      uris.add("/trend/demo/badge.svg?style=" + style.id());
      uris.add("/trend/demo/badge.png?version=2.*&scale=2&style=" + style.id());
    }
    Map<String, String> embedded = environment();
    List<Response> here = new ArrayList<>();
    try (Deployment blazon = Deployment.start(embedded)) {
      uris.forEach(uri -> here.add(blazon.ask().get(uri)));
    }
    try (ServiceProcess imaging = ServiceProcess.imaging(folder.resolve("imaging"), Map.of());
        ServiceProcess stats = ServiceProcess.stats(embedded)) {
      Map<String, String> split = new HashMap<>(embedded);
      split.put("BLAZON_IMAGING_URL", imaging.url().toString());
      split.put("BLAZON_STATS_URL", stats.url().toString());
      try (Deployment blazon = Deployment.start(split)) {
        for (int i = 0; i < uris.size(); i++) {
          byte[] there = blazon.ask().get(uris.get(i)).body().getBytes();
          assertArrayEquals(here.get(i).body().getBytes(), there, uris.get(i));
        }
      }
    }
    assertTrue(here.get(0).body().toString().contains("stroke-linejoin"));
  }

  private static int width(Deployment blazon, String uri) throws Exception {
    byte[] png = blazon.ask().get(uri).body().getBytes();
    return ImageIO.read(new ByteArrayInputStream(png)).getWidth();
  }

  private static List<Download> downloads() {
    List<Download> downloads = new ArrayList<>();
    for (int i = 0; i < DAYS; i++) {
      Day day = NEWEST.minus(i);
      int week = i / 7;
      downloads.add(Download.of(day, "demo", "1.0", "uv", 10L * (week + 1)));
      if (week < WEEKS) {
        downloads.add(Download.of(day, "demo", "2.0", "pip", 10L * (WEEKS - week)));
      }
    }
    return downloads;
  }

  private Map<String, String> environment() {
    String nobody = "http://127.0.0.1:9"; // The discard port, on which nothing listens.
    Map<String, String> environment = new HashMap<>(CountsStandIn.PATIENT);
    environment.put("BLAZON_PYPI_URL", pypi.url().toString());
    environment.put("BLAZON_CLICKHOUSE_URL", clickHouse.url().toString());
    environment.put("BLAZON_PYPISTATS_URL", nobody);
    environment.put("BLAZON_PEPY_URL", nobody);
    environment.put("BLAZON_STATS_DATABASE", "sqlite:" + folder.resolve("stats"));
    environment.put("BLAZON_CACHE_DIR", folder.resolve("cache").toString());
    return environment;
  }
}
