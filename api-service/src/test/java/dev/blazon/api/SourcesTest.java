package dev.blazon.api;

import static dev.blazon.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.testing.Behaviour;
import dev.blazon.api.testing.StubServer;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How the status page, and its JSON, say what each source does. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class SourcesTest {

  private final Vertx vertx = Vertx.vertx();
  private StubServer pypi;
  private Deployment blazon;

  @BeforeEach
  void start(@TempDir Path folder) {
    pypi = StubServer.start(vertx);
    pypi.project("known", Documents.good("known", "1.2.3"));
    blazon =
        Deployment.start(
            Map.of(
                "BLAZON_PYPI_URL", pypi.url().toString(),
                "BLAZON_INDEXES", "own=" + pypi.url() + "/own",
                "BLAZON_INDEX_OWN_TOKEN", "wrong-token",
                "BLAZON_PROJECT_FRESH", "0s",
                "BLAZON_RENDERED_FRESH", "0s",
                "BLAZON_UPSTREAM_DEADLINE", "1s",
                "BLAZON_CACHE_DIR", folder.toString()));
  }

  @AfterEach
  void stop() throws Exception {
    blazon.close();
    pypi.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  private JsonObject source(String name) {
    return blazon.ask().get("/status.json").json().getJsonArray("sources").stream()
        .map(JsonObject.class::cast)
        .filter(source -> source.getString("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String state(String name) {
    return source(name).getString("state");
  }

  @Test
  void a_source_is_green_once_it_answered_and_orange_since_it_fails() throws Exception {
    assertEquals("not asked", state("pypi"));
    assertFalse(blazon.ask().get("/status").text().contains("brightgreen"));

    blazon.ask().get("/version/known/badge.svg");
    eventually(vertx, () -> state("pypi").equals("ok"));

    pypi.answerEverything(Behaviour.status(500));
    eventually(
        vertx,
        () -> {
          blazon.ask().get("/version/other/badge.svg");
          return state("pypi").equals("failing");
        });
    assertTrue(source("pypi").getString("since").endsWith("Z"));
    assertTrue(blazon.ask().get("/status").text().contains("failing since "));

    pypi.recover();
    eventually(
        vertx,
        () -> {
          blazon.ask().get("/version/known/badge.svg");
          return state("pypi").equals("ok");
        });
  }

  @Test
  void a_refused_token_is_told_apart() throws Exception {
    pypi.answerEverything(Behaviour.status(401));
    String badge = blazon.ask().get("/version/x/badge.svg?index=own").text();

    assertTrue(badge.contains("access refused"), badge);
    eventually(vertx, () -> !state("own").equals("not asked"));
    assertEquals("refused", state("own"));
  }

  @Test
  void the_version_is_told() {
    String version = blazon.ask().get("/status.json").json().getString("version");

    assertTrue(version.matches("\\d+\\.\\d+\\.\\d+.*"), version);
    try (HttpAsker admin = new HttpAsker(blazon.adminPort())) {
      assertEquals(
          1, admin.get("/metrics").metric("blazon_build_info{version=\"" + version + "\"}"));
    }
  }
}
