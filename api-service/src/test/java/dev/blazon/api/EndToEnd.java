package dev.blazon.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.HttpAsker.Response;
import dev.blazon.api.testing.Behaviour;
import dev.blazon.api.testing.StubServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every way to run the service must do, over real sockets, with a stand-in for PyPI.
 *
 * <p>The upstream deadline is short here, so that silence is noticed in a moment; each test has its
 * own projects, so that none meets what another left in a cache.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EndToEnd {

  private static final List<String> PYPIP_IN_SHIELDS =
      List.of(
          "download",
          "version",
          "wheel",
          "egg",
          "license",
          "format",
          "py_versions",
          "implementation",
          "status");

  private final Vertx vertx = Vertx.vertx();
  private StubServer pypi;
  private Deployment blazon;

  /**
   * Starts what the API needs beside PyPI, and gives the variables that make the API use it.
   *
   * @param folder to write to
   */
  abstract Map<String, String> others(Path folder);

  /** Ends what {@link #others} started. */
  abstract void endOthers();

  @BeforeAll
  void start(@TempDir Path cacheFolder) {
    pypi = StubServer.start(vertx);
    Map<String, String> environment = new HashMap<>(others(cacheFolder));
    environment.put("BLAZON_PYPI_URL", pypi.url().toString());
    environment.put("BLAZON_PYPISTATS_URL", pypi.url().toString());
    environment.put("BLAZON_CACHE_DIR", cacheFolder.resolve("api").toString());
    environment.put("BLAZON_UPSTREAM_DEADLINE", "400ms");
    environment.put("BLAZON_PROJECT_FRESH", "0s");
    environment.put("BLAZON_RENDERED_FRESH", "0s");
    blazon = Deployment.start(environment);
  }

  @AfterAll
  void stop() throws TimeoutException {
    blazon.close();
    endOthers();
    pypi.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @CsvSource({
    "download,       downloads: 1.2k/month",
    "version,        pypi: 1.2.3",
    "wheel,          wheel: yes",
    "egg,            egg: no",
    "license,        license: MIT",
    "format,         format: wheel",
    "py_versions,    'python: 3.9, 3.10'",
    "implementation, implementation: cpython",
    "status,         status: stable",
  })
  void the_nine_shields_tell_of_a_project(String shield, String words) {
    pypi.project("well-kept", Documents.good("Well_Kept", "1.2.3"))
        .downloads("well-kept", 7, 90, 1234);

    Response svg = blazon.ask().get("/" + shield + "/Well_Kept/badge.svg");
    assertEquals(200, svg.status());
    assertEquals(words, Svg.parse(svg.body().getBytes()).says());
    Response json = blazon.ask().get("/" + shield + "/well-kept/badge.json");
    assertEquals(200, json.status());
    assertEquals(words, json.json().getString("label") + ": " + json.json().getString("message"));
    assertIsPng(blazon.ask().get("/" + shield + "/well.kept/badge.png"));
  }

  @ParameterizedTest
  @CsvSource({
    "/pypi/v/speaks,             pypi: v1.2.3",
    "/pypi/l/speaks.svg,         license: MIT",
    "/pypi/pyversions/speaks,    python: 3.9 | 3.10",
    "/pypi/dm/speaks,            downloads: 1.2k/month",
    "/shields/pypi/v/speaks,     pypi: v1.2.3",
    "/py/speaks.svg,             pypi package: 1.2.3",
    "/fury/py/speaks,            pypi package: 1.2.3",
    "/badgen/pypi/v/speaks,      pypi: v1.2.3",
    "/badge/just_some-words-red, just some: words",
  })
  void every_dialect_is_spoken_at_the_root_or_under_its_prefix(String uri, String words) {
    pypi.project("speaks", Documents.good("speaks", "1.2.3")).downloads("speaks", 7, 90, 1234);

    Response response = blazon.ask().get(uri);

    assertEquals(words, Svg.parse(response.body().getBytes()).says());
  }

  @Test
  void a_host_name_chooses_the_dialect() {
    pypi.project("hosted", Documents.good("hosted", "1.2.3"));

    Response response = blazon.ask().get("/pypi/v/hosted.json", Map.of("Host", "img.shields.io"));

    assertEquals("v1.2.3", response.json().getString("message"));
  }

  @Test
  void an_unknown_project_is_a_red_badge_and_a_404_as_json() {
    Response svg = blazon.ask().get("/version/no-such-project/badge.svg");
    assertEquals(200, svg.status());
    assertEquals("pypi: not found", Svg.parse(svg.body().getBytes()).says());
    assertKeptAMinuteAtMost(svg);
    Response json = blazon.ask().get("/version/no-such-project/badge.json");
    assertEquals(404, json.status());
    assertEquals("red", json.json().getString("color"));
    assertEquals(true, json.json().getBoolean("isError"));
    assertKeptAMinuteAtMost(json);
    assertIsPng(blazon.ask().get("/version/no-such-project/badge.png"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%2e%2e", "-", "a%20b", "%3Cscript%3E", "$REPO", "na%C3%AFve", "a%2Fb"})
  void a_name_that_none_can_have_is_answered_without_asking_anyone(String name) {
    int before = pypi.requests();

    Response svg = blazon.ask().get("/version/" + name + "/badge.svg");

    assertEquals(200, svg.status());
    Svg.parse(svg.body().getBytes());
    assertKeptAMinuteAtMost(svg);
    assertEquals(before, pypi.requests());
  }

  @Test
  void a_silent_pypi_is_told_of_within_the_deadline() {
    pypi.answer("/pypi/silent/json", Behaviour.hang());
    long start = System.nanoTime();

    Response svg = blazon.ask().get("/version/silent/badge.svg");

    assertTrue(System.nanoTime() - start < Duration.ofMillis(2800).toNanos());
    assertEquals(200, svg.status());
    assertEquals("pypi: slow", Svg.parse(svg.body().getBytes()).says());
    assertKeptAMinuteAtMost(svg);
    assertEquals(504, blazon.ask().get("/version/silent/badge.json").status());
  }

  @Test
  void a_broken_pypi_is_told_of_in_light_grey() {
    pypi.answer("/pypi/down/json", Behaviour.status(503));
    pypi.answer("/pypi/hotel/json", Behaviour.html());
    pypi.answer("/pypi/hangs-up/json", Behaviour.hangUp());
    pypi.answer("/pypi/half/json", Behaviour.resetMidBody("{\"info\": {\"na"));

    for (String project : List.of("down", "hotel", "hangs-up", "half")) {
      Response svg = blazon.ask().get("/version/" + project + "/badge.svg");
      assertEquals(200, svg.status(), project);
      assertEquals("failed", svg.header("Blazon-Outcome"), project);
      Svg.parse(svg.body().getBytes());
      Response json = blazon.ask().get("/version/" + project + "/badge.json");
      assertEquals(502, json.status(), project + json.text());
      assertEquals("failed", json.header("Blazon-Outcome"), project);
      assertEquals("lightgrey", json.json().getString("color"), project);
    }
  }

  @Test
  void a_project_seen_before_is_shown_when_pypi_is_gone() {
    pypi.project("seen-before", Documents.good("seen-before", "2.0"));
    blazon.ask().get("/version/seen-before/badge.svg");
    pypi.answer("/pypi/seen-before/json", Behaviour.status(500));

    for (int i = 0; i < 3; i++) {
      Response svg = blazon.ask().get("/version/seen-before/badge.svg");
      assertEquals("pypi: 2.0", Svg.parse(svg.body().getBytes()).says());
      assertKeptAMinuteAtMost(svg);
    }
    Response other = blazon.ask().get("/license/seen-before/badge.json");
    assertEquals(200, other.status());
    assertEquals("MIT", other.json().getString("message"));
  }

  @Test
  void eight_badges_of_one_unseen_project_cost_one_question_to_pypi() throws TimeoutException {
    pypi.answer(
        "/pypi/eight/json",
        Behaviour.json(Documents.good("eight", "8.0")).after(Duration.ofMillis(250)));

    List<Future<Response>> answers =
        PYPIP_IN_SHIELDS.stream()
            .filter(shield -> !shield.equals("download"))
            .map(shield -> "/" + shield + "/Eight/badge.svg")
            .map(uri -> blazon.ask().send(HttpMethod.GET, uri, Map.of()))
            .toList();
    Future.all(answers).await(10, TimeUnit.SECONDS);

    assertEquals(8, answers.size());
    answers.forEach(answer -> Svg.parse(answer.result().body().getBytes()));
    assertEquals(1, pypi.requests("/pypi/eight/json"));
  }

  @Test
  void a_generic_picture_is_the_same_bytes_for_every_project() {
    pypi.project("one", Documents.good("one", "1")).project("two", Documents.good("two", "2"));

    for (String format : List.of("svg", "png")) {
      assertArrayEquals(
          blazon.ask().get("/wheel/one/badge." + format).body().getBytes(),
          blazon.ask().get("/wheel/two/badge." + format).body().getBytes());
    }
  }

  @Test
  void a_release_without_anything_is_told_of_honestly() {
    pypi.project("bare", Documents.bare("bare"));

    for (String shield : PYPIP_IN_SHIELDS) {
      Response json = blazon.ask().get("/" + shield + "/bare/badge.json");
      assertTrue(json.status() == 200 || json.status() == 404, shield + json.text());
      Svg.parse(blazon.ask().get("/" + shield + "/bare/badge.svg").body().getBytes());
    }
  }

  final HttpAsker ask() {
    return blazon.ask();
  }

  final StubServer pypi() {
    return pypi;
  }

  static void assertKeptAMinuteAtMost(Response response) {
    assertEquals("public, max-age=60, s-maxage=60", response.header("Cache-Control"));
  }

  private static void assertIsPng(Response response) {
    assertEquals(200, response.status());
    assertEquals("image/png", response.header("Content-Type"));
    try {
      assertEquals(
          20, ImageIO.read(new ByteArrayInputStream(response.body().getBytes())).getHeight());
    } catch (IOException e) {
      throw new AssertionError("no PNG", e);
    }
  }
}
