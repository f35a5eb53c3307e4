package dev.blazon.api.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.Documents;
import dev.blazon.api.EndToEnd;
import dev.blazon.api.HttpAsker;
import dev.blazon.api.HttpAsker.Response;
import dev.blazon.api.Svg;
import dev.blazon.api.testing.Behaviour;
import dev.blazon.api.testing.OnEveryJava;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The end-to-end tests through Varnish, which shards, caches and collapses requests. */
@OnEveryJava
class StackedTest extends EndToEnd {

  private Stack stack;

  @Override
  protected HttpAsker begin(Map<String, String> environment, Path folder) {
    stack = Stack.start(environment);
    return stack.ask();
  }

  @Override
  protected void end() {
    stack.close();
  }

  /** The header by which the API marks failures for Varnish does not reach readers. */
  @Override
  protected void assertFailed(Response response) {
    assertEquals("null", response.header("Blazon-Outcome"));
    assertKeptAMinuteAtMost(response);
  }

  /** Checks that Varnish answers from its cache, without a request to a node. */
  @Override
  protected void assertAsBefore(Response response) {
    assertEquals("HIT", response.header("X-Cache"));
  }

  @Test
  void a_hundred_concurrent_readers_cost_one_request() throws TimeoutException {
    pypi()
        .answer(
            "/pypi/crowded/json",
            Behaviour.json(Documents.good("crowded", "1.0")).after(Duration.ofMillis(300)));
    String uri = "/version/crowded/badge.svg";

    List<Future<Response>> answers =
        Stream.generate(() -> ask().send(HttpMethod.GET, uri, Map.of())).limit(100).toList();
    Future.all(answers).await(10, TimeUnit.SECONDS);

    // On a busy machine 0.3 s may become too many; then the readers get an honest answer.
    for (Future<Response> answer : answers) {
      assertTrue(Set.of("pypi: 1.0", "pypi: slow").contains(says(answer.result())));
    }
    until(
        () -> {
          boolean isRight = says(ask().get(uri)).equals("pypi: 1.0");
          if (!isRight) {
            purge(uri);
          }
          return isRight;
        });
    assertEquals(1, pypi().requests("/pypi/crowded/json"));
    assertEquals("HIT", ask().get(uri).header("X-Cache"));
  }

  private static String says(Response badge) {
    return Svg.parse(badge.body().getBytes()).says();
  }

  @Test
  void a_purged_url_is_fetched_again() {
    pypi().project("purged", Documents.good("purged", "1.0"));
    ask().get("/version/purged/badge.svg");
    ask().get("/license/purged/badge.svg");

    assertEquals(200, purge("/version/purged/badge.svg").status());

    assertEquals("MISS", ask().get("/version/purged/badge.svg").header("X-Cache"));
    assertEquals("HIT", ask().get("/license/purged/badge.svg").header("X-Cache"));
  }

  @Test
  void a_banned_project_is_fetched_again_in_all_its_urls_and_no_other() {
    for (String project : List.of("banned", "banned-too")) {
      pypi().project(project, Documents.good(project, "1.0"));
      ask().get("/version/" + project + "/badge.svg");
      ask().get("/pypi/v/" + project + ".json");
    }

    Response banned =
        ask().request(HttpMethod.valueOf("BAN"), "/", Map.of("Surrogate-Key", "banned"));

    assertEquals(200, banned.status());
    assertEquals("MISS", ask().get("/version/banned/badge.svg").header("X-Cache"));
    assertEquals("MISS", ask().get("/pypi/v/banned.json").header("X-Cache"));
    assertEquals("HIT", ask().get("/version/banned-too/badge.svg").header("X-Cache"));
  }

  @Test
  void paths_for_operators_are_not_public() {
    for (String path : List.of("/metrics", "/readyz", "/healthz")) {
      assertEquals(404, ask().get(path).status(), path);
    }
    assertEquals(405, ask().request(HttpMethod.DELETE, "/v/a/badge.svg", Map.of()).status());
    Response forwarded =
        ask()
            .request(
                HttpMethod.valueOf("PURGE"),
                "/v/a/badge.svg",
                Map.of("X-Forwarded-For", "203.0.113.7"));
    assertEquals(403, forwarded.status());
  }

  @Test
  void the_page_and_its_assets_pass() {
    Response page = ask().get("/");

    assertEquals(200, page.status());
    assertTrue(page.text().contains("<title>"), page.text());
    assertEquals(200, ask().get("/api/shields").status());
    assertEquals(200, ask().get("/favicon.svg").status());
  }

  private Response purge(String uri) {
    return ask().request(HttpMethod.valueOf("PURGE"), uri, Map.of());
  }
}
