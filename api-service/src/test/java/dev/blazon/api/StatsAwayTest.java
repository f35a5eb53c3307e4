package dev.blazon.api;

import static dev.blazon.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.HttpAsker.Response;
import dev.blazon.api.testing.OnEveryJava;
import dev.blazon.api.testing.StubServer;
import dev.blazon.stats.download.ImportSettings;
import dev.blazon.stats.download.Importer;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests the API with a stats service in another process, which is killed and comes back. */
@Timeout(120)
@OnEveryJava
class StatsAwayTest {

  /** The longest wait for a badge ({@code BLAZON_DEADLINE}). */
  private static final Duration DEADLINE = Duration.ofMillis(2_800);

  /** For a busy machine. */
  private static final Duration LATE = Duration.ofMillis(1_500);

  private static final String COUNTED = "1.2k";

  @TempDir private Path folder;
  private final Vertx vertx = Vertx.vertx();
  private StubServer pypi;
  private ServiceProcess stats;
  private Deployment blazon;

  @BeforeEach
  void start() throws Exception {
    importDay("one", "two", "three");
    pypi = StubServer.start(vertx);
    for (String name : List.of("one", "two", "three")) {
      pypi.project(name, Documents.good(name, "1.0"));
    }
    stats = stats("0");
    blazon =
        Deployment.start(
            Map.of(
                "BLAZON_PYPI_URL", pypi.url().toString(),
                "BLAZON_STATS", "daily",
                "BLAZON_STATS_URL", stats.url().toString(),
                "BLAZON_RENDERED_FRESH", "0s",
                "BLAZON_CACHE_DIR", folder.resolve("api").toString()));
  }

  @AfterEach
  void stop() throws Exception {
    blazon.close();
    stats.close();
    pypi.close();
    vertx.close().await(20, TimeUnit.SECONDS);
  }

  @Test
  void badges_go_on_without_counts_while_it_is_killed_and_show_them_when_it_is_back()
      throws Exception {
    assertTrue(message("one").contains(COUNTED), message("one"));

    stats.kill();
    for (int i = 0; i < 3; i++) {
      assertAnsweredWithoutACount("two");
    }

    stats = stats(Integer.toString(stats.port()));
    eventually(vertx, () -> message("three").contains(COUNTED));
    eventually(vertx, () -> message("two").contains(COUNTED));
  }

  @Test
  void badges_go_on_without_counts_while_it_is_frozen() throws Exception {
    assertTrue(message("one").contains(COUNTED), message("one"));

    stats.signal("STOP");
    for (int i = 0; i < 3; i++) {
      assertAnsweredWithoutACount("two");
    }

    stats.signal("CONT");
    eventually(vertx, () -> message("two").contains(COUNTED));
  }

  private void assertAnsweredWithoutACount(String project) {
    long begun = System.nanoTime();
    Response svg = blazon.ask().get("/download/" + project + "/badge.svg");

    assertEquals(200, svg.status());
    assertTrue(System.nanoTime() - begun < DEADLINE.plus(LATE).toNanos());
    assertFalse(Svg.parse(svg.body().getBytes()).says().contains(COUNTED));
  }

  private String message(String project) {
    return blazon.ask().get("/download/" + project + "/badge.json").json().getString("message");
  }

  private ServiceProcess stats(String port) {
    return ServiceProcess.stats(
        Map.of(
            "BLAZON_PORT",
            port,
            "BLAZON_STATS",
            "daily",
            "BLAZON_STATS_DATABASE",
            "sqlite:" + folder.resolve("counts"),
            "BLAZON_DRAIN",
            "0s"));
  }

  private void importDay(String... projects) throws Exception {
    StringBuilder rows = new StringBuilder("date,project,version,downloads,without_mirrors\n");
    for (String project : projects) {
      rows.append("2026-10-05,").append(project).append(",1.0,1234,1234\n");
    }
    Path file = Files.writeString(folder.resolve("day.csv"), rows);
    try (Store store = Store.open(new StoreLocation.Sqlite(folder.resolve("counts")))) {
      Importer importer = new Importer(store, ImportSettings.defaults(folder), Clock.systemUTC());
      assertEquals(1, importer.importFiles(List.of(file)).orElseThrow().size());
    }
  }
}
