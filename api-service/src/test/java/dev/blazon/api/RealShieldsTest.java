package dev.blazon.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.HttpAsker.Response;
import dev.blazon.api.testing.CountsStandIn;
import dev.blazon.api.testing.StubServer;
import dev.blazon.corpus.Corpus;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the nine shields with real documents, from a stand-in for PyPI to the picture. */
class RealShieldsTest {

  private static final List<String> SHIELDS =
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

  @Test
  void all_nine_shields_of_every_real_document_are_shown(@TempDir Path folder) {
    Vertx vertx = Vertx.vertx();
    List<Path> files = Corpus.documents("pypi-json", ".json");
    assertTrue(files.size() >= 300, files.size() + " documents");
    try (StubServer pypi = StubServer.start(vertx);
        CountsStandIn counts = CountsStandIn.start(vertx);
        Deployment blazon = Deployment.start(environment(pypi, counts, folder))) {
      for (int i = 0; i < files.size(); i++) {
        String project = "real-" + i;
        pypi.project(project, files.get(i));
        counts.downloads(project, 1, 2, 3);
        for (String shield : SHIELDS) {
          // Downloads do not depend on the document, so one is enough.
          if (!shield.equals("download") || i == 0) {
            check(blazon, shield, project, files.get(i));
          }
        }
      }
    } finally {
      vertx.close().await();
    }
  }

  private static Map<String, String> environment(
      StubServer pypi, CountsStandIn counts, Path folder) {
    Map<String, String> environment = new HashMap<>(counts.settings(folder));
    environment.put("BLAZON_PYPI_URL", pypi.url().toString());
    environment.put("BLAZON_CACHE_DIR", folder.toString());
    environment.putAll(CountsStandIn.PATIENT);
    return environment;
  }

  private static void check(Deployment blazon, String shield, String project, Path file) {
    Response json = blazon.ask().get("/" + shield + "/" + project + "/badge.json");
    String what = file.getFileName() + " " + shield + " " + json.text();
    assertEquals(200, json.status(), what);
    assertFalse(json.json().getBoolean("isError", false), what);
    Response svg = blazon.ask().get("/" + shield + "/" + project + "/badge.svg");
    assertEquals(200, svg.status(), what);
    Svg.parse(svg.body().getBytes());
  }
}
