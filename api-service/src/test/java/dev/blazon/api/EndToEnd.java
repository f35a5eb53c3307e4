package dev.blazon.api;

import static dev.blazon.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.HttpAsker.Response;
import dev.blazon.api.testing.Behaviour;
import dev.blazon.api.testing.CountsStandIn;
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
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
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
 * The end-to-end tests that every topology must pass, over real sockets, with a stand-in for PyPI.
 *
 * <p>The upstream deadline is short, so that a test with a silent upstream is quick. Each test has
 * its own projects, so that no test finds cached facts of another.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EndToEnd {

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
  private CountsStandIn counts;
  private HttpAsker asker;

  /**
   * Starts the service, and the other processes that it needs except PyPI.
   *
   * @param environment the variables that every topology has
   * @param folder a folder for files
   * @return a client of the service
   */
  protected abstract HttpAsker begin(Map<String, String> environment, Path folder);

  /** Stops what {@link #begin} started. */
  protected abstract void end();

  /** Checks that the answer reports a failure of the service or of an upstream. */
  protected void assertFailed(Response response) {
    assertEquals("failed", response.header("Blazon-Outcome"));
  }

  /** Checks that the answer is an earlier one, because a new one could not be had. */
  protected void assertAsBefore(Response response) {
    assertKeptAMinuteAtMost(response);
  }

  /** Waits for a condition; see {@link dev.blazon.testing.Eventually}. */
  protected void until(BooleanSupplier condition) throws TimeoutException {
    eventually(vertx, condition);
  }

  @BeforeAll
  void start(@TempDir Path folder) {
    pypi = StubServer.start(vertx);
    counts = CountsStandIn.start(vertx);
    Map<String, String> environment = new HashMap<>(counts.settings(folder));
    environment.put("BLAZON_PYPI_URL", pypi.url().toString());
    environment.put("BLAZON_CACHE_DIR", folder.resolve("api").toString());
    environment.put("BLAZON_UPSTREAM_DEADLINE", "400ms");
    environment.put("BLAZON_PROJECT_FRESH", "0s");
    environment.put("BLAZON_RENDERED_FRESH", "0s");
    asker = begin(environment, folder);
  }

  @AfterAll
  void stop() throws TimeoutException {
    end();
    pypi.close();
    counts.close();
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
  void the_nine_shields_show_the_facts_of_a_project(String shield, String words)
      throws TimeoutException {
    pypi.project("well-kept", Documents.good("Well_Kept", "1.2.3"));
    isCounted("well-kept");

    Response svg = asker.get("/" + shield + "/Well_Kept/badge.svg");
    assertEquals(200, svg.status());
    assertEquals(words, Svg.parse(svg.body().getBytes()).says());
    Response json = asker.get("/" + shield + "/well-kept/badge.json");
    assertEquals(200, json.status());
    assertEquals(words, json.json().getString("label") + ": " + json.json().getString("message"));
    assertIsPng(asker.get("/" + shield + "/well.kept/badge.png"));
  }

  @ParameterizedTest
  @CsvSource({
    "/pypi/v/speaks,             pypi: v1.2.3",
    "/pypi/l/speaks.svg,         license: MIT",
    "/pypi/pyversions/speaks,    python: 3.9 | 3.10",
    "/shields/pypi/v/speaks,     pypi: v1.2.3",
    "/pypi/dm/speaks,            downloads: 1.2k/month",
    "/pepy/badge/speaks/week,    downloads/week: 90",
    "/badgen/pypi/dd/speaks,     downloads: 7/day",
    "/pepy/dt/speaks,            downloads: 1.2k",
    "/py/speaks.svg,             pypi package: 1.2.3",
    "/fury/py/speaks,            pypi package: 1.2.3",
    "/badgen/pypi/v/speaks,      pypi: v1.2.3",
    "/badge/just_some-words-red, just some: words",
  })
  void every_dialect_is_spoken_at_the_root_or_under_its_prefix(String uri, String words)
      throws TimeoutException {
    pypi.project("speaks", Documents.good("speaks", "1.2.3"));
    isCounted("speaks");

    Response response = asker.get(uri);

    assertEquals(words, Svg.parse(response.body().getBytes()).says());
  }

  @Test
  void a_host_name_chooses_the_dialect() {
    pypi.project("hosted", Documents.good("hosted", "1.2.3"));

    Response response = asker.get("/pypi/v/hosted.json", Map.of("Host", "img.shields.io"));

    assertEquals("v1.2.3", response.json().getString("message"));
  }

  @Test
  void an_unknown_project_is_a_red_badge_and_a_404_as_json() {
    Response svg = asker.get("/version/no-such-project/badge.svg");
    assertEquals(200, svg.status());
    assertEquals("pypi: not found", Svg.parse(svg.body().getBytes()).says());
    assertKeptAMinuteAtMost(svg);
    Response json = asker.get("/version/no-such-project/badge.json");
    assertEquals(404, json.status());
    assertEquals("red", json.json().getString("color"));
    assertEquals(true, json.json().getBoolean("isError"));
    assertKeptAMinuteAtMost(json);
    assertIsPng(asker.get("/version/no-such-project/badge.png"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%2e%2e", "-", "a%20b", "%3Cscript%3E", "$REPO", "na%C3%AFve", "a%2Fb"})
  void an_invalid_name_is_answered_without_an_upstream(String name) {
    int before = pypi.requests();

    Response svg = asker.get("/version/" + name + "/badge.svg");

    assertEquals(200, svg.status());
    Svg.parse(svg.body().getBytes());
    assertKeptAMinuteAtMost(svg);
    assertEquals(before, pypi.requests());
  }

  @Test
  void a_silent_pypi_is_reported_within_the_deadline() {
    pypi.answer("/pypi/silent/json", Behaviour.hang());
    long start = System.nanoTime();

    Response svg = asker.get("/version/silent/badge.svg");

    assertTrue(System.nanoTime() - start < Duration.ofMillis(2800).toNanos());
    assertEquals(200, svg.status());
    assertEquals("pypi: slow", Svg.parse(svg.body().getBytes()).says());
    assertKeptAMinuteAtMost(svg);
    assertEquals(504, asker.get("/version/silent/badge.json").status());
  }

  @Test
  void a_broken_pypi_is_reported_in_light_grey() {
    pypi.answer("/pypi/down/json", Behaviour.status(503));
    pypi.answer("/pypi/hotel/json", Behaviour.html());
    pypi.answer("/pypi/hangs-up/json", Behaviour.hangUp());
    pypi.answer("/pypi/half/json", Behaviour.resetMidBody("{\"info\": {\"na"));

    for (String project : List.of("down", "hotel", "hangs-up", "half")) {
      Response svg = asker.get("/version/" + project + "/badge.svg");
      assertEquals(200, svg.status(), project);
      assertFailed(svg);
      Svg.parse(svg.body().getBytes());
      Response json = asker.get("/version/" + project + "/badge.json");
      assertEquals(502, json.status(), project + json.text());
      assertFailed(json);
      assertEquals("lightgrey", json.json().getString("color"), project);
    }
  }

  @Test
  void a_project_seen_before_is_shown_when_pypi_is_gone() {
    pypi.project("seen-before", Documents.good("seen-before", "2.0"));
    asker.get("/version/seen-before/badge.svg");
    pypi.answer("/pypi/seen-before/json", Behaviour.status(500));

    for (int i = 0; i < 3; i++) {
      Response svg = asker.get("/version/seen-before/badge.svg");
      assertEquals("pypi: 2.0", Svg.parse(svg.body().getBytes()).says());
      assertAsBefore(svg);
    }
    Response other = asker.get("/license/seen-before/badge.json");
    assertEquals(200, other.status());
    assertEquals("MIT", other.json().getString("message"));
  }

  /**
   * While one request is under way there is no second one. Facts are stale at once in these tests,
   * so a badge that a busy machine requests after the answer needs a new request; then the test
   * tries another project.
   */
  @Test
  void eight_badges_of_one_unseen_project_cost_one_request_to_pypi() throws TimeoutException {
    long requests = 0;
    for (int attempt = 1; requests != 1 && attempt <= 5; attempt++) {
      String project = "eight-" + attempt;
      OneByOne counted = new OneByOne(Behaviour.json(Documents.good(project, "8.0")));
      pypi.answer("/pypi/" + project + "/json", counted);

      List<Future<Response>> answers =
          PYPIP_IN_SHIELDS.stream()
              .filter(shield -> !shield.equals("download"))
              .map(shield -> "/" + shield + "/" + project + "/badge.svg")
              .map(uri -> asker.send(HttpMethod.GET, uri, Map.of()))
              .toList();
      Future.all(answers).await(10, TimeUnit.SECONDS);

      assertEquals(8, answers.size());
      answers.forEach(answer -> Svg.parse(answer.result().body().getBytes()));
      assertEquals(1, counted.most(), "requests at once");
      requests = pypi.requests("/pypi/" + project + "/json");
    }
    assertEquals(1, requests);
  }

  @Test
  void a_generic_picture_is_the_same_bytes_for_every_project() {
    pypi.project("one", Documents.good("one", "1")).project("two", Documents.good("two", "2"));

    for (String format : List.of("svg", "png")) {
      assertArrayEquals(
          asker.get("/wheel/one/badge." + format).body().getBytes(),
          asker.get("/wheel/two/badge." + format).body().getBytes());
    }
  }

  @Test
  void a_release_without_facts_is_shown_correctly() {
    pypi.project("bare", Documents.bare("bare"));

    for (String shield : PYPIP_IN_SHIELDS) {
      Response json = asker.get("/" + shield + "/bare/badge.json");
      assertTrue(Set.of(200, 202, 404).contains(json.status()), shield + json.text());
      Svg.parse(asker.get("/" + shield + "/bare/badge.svg").body().getBytes());
    }
  }

  protected final HttpAsker ask() {
    return asker;
  }

  protected final StubServer pypi() {
    return pypi;
  }

  protected static void assertKeptAMinuteAtMost(Response response) {
    assertEquals("public, max-age=60, s-maxage=60", response.header("Cache-Control"));
  }

  /**
   * Gives a project downloads, and waits until they are counted: a first reader here has too little
   * time for it.
   */
  private void isCounted(String project) throws TimeoutException {
    counts.downloads(project, 7, 90, 1234);
    eventually(vertx, () -> asker.get("/download/" + project + "/badge.json").status() == 200);
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
