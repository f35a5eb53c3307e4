package dev.blazon.api.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.api.HttpAsker.Response;
import dev.blazon.api.question.NaturalOrder;
import dev.blazon.corpus.Corpus;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** pepy.tech's API answers what pepy.tech answered about real counts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PepyReportsTest {

  @TempDir private static Path folder;
  private JsonObject real;
  private ReportServer server;

  @BeforeAll
  void start() throws Exception {
    real =
        new JsonObject(
            String.join("\n", Corpus.lines("statistics/pepy/v2-lean-lsp-mcp-extract.json")));
    server = ReportServer.with(folder, rows(real));
  }

  /** The rows of an answer, and the rest of the total long before them. */
  private static String rows(JsonObject project) {
    StringBuilder csv = new StringBuilder("date,project,version,downloads\n");
    long shown = 0;
    for (Map.Entry<String, Object> day : project.getJsonObject("downloads")) {
      for (Map.Entry<String, Object> version : (JsonObject) day.getValue()) {
        long downloads = ((Number) version.getValue()).longValue();
        shown += downloads;
        csv.append(row(day.getKey(), project, version.getKey(), downloads));
      }
    }
    long rest = project.getLong("total_downloads") - shown;
    return csv.append(row("2026-01-10", project, "0.0.1", rest)).toString();
  }

  private static String row(String day, JsonObject project, String version, long downloads) {
    return day + "," + project.getString("id") + "," + version + "," + downloads + "\n";
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({"/api/v2", "/pepy/api/v2"})
  void the_second_version_equals_the_real_answer(String version) {
    Response answer =
        server
            .ask()
            .get(
                version + "/projects/lean-lsp-mcp",
                Map.of("X-API-Key", "any", "Host", "pepy.tech"));

    assertEquals(200, answer.status());
    assertEquals(real, answer.json());
    assertEquals(
        List.of("2026-07-11", "2026-07-09", "2026-07-01", "2026-06-29", "2026-06-28"),
        List.copyOf(answer.json().getJsonObject("downloads").fieldNames()));
    assertEquals(
        "first=\"2026-01-10\", last=\"2026-07-11\", missing=177, counts=\"all\", sources=\"file\"",
        answer.header("Blazon-Basis"));
  }

  @ParameterizedTest
  @CsvSource({"/api/v1", "/api", "/pepy/api/v1"})
  void the_first_version_has_a_number_a_day(String version) {
    assertEquals(
        "{\"id\":\"lean-lsp-mcp\",\"total_downloads\":7925648,\"downloads\":{\"2026-07-11\":7168,"
            + "\"2026-07-09\":12916,\"2026-07-01\":66555,\"2026-06-29\":34716,\"2026-06-28\":25828}}",
        server.ask().get(version + "/projects/Lean_LSP.mcp").text());
  }

  @Test
  void a_project_without_downloads_that_pypi_knows_has_none() {
    assertEquals(
        "{\"total_downloads\":0,\"id\":\"brand-new\",\"versions\":[],\"downloads\":{}}",
        server.ask().get("/api/v2/projects/brand-new").text());
  }

  @Test
  void an_unknown_project_gets_pepys_error() {
    Response answer = server.ask().get("/api/v2/projects/nobody");

    assertEquals(404, answer.status());
    assertEquals(
        "{\"error\":404,\"message\":\"Project with name nobody does not exist\"}", answer.text());
  }

  @ParameterizedTest
  @CsvSource({
    "0.9.1,  0.20.0",
    "1.0,    1.0.1",
    "1.0,    1.0rc1",
    "1.0a2,  1.0a10",
    "01,     1",
    "1,      99999999999999999999",
    "2004d,  2005",
  })
  void versions_are_in_natural_order(String first, String second) {
    assertEquals(-1, Integer.signum(NaturalOrder.INSTANCE.compare(first, second)));
    assertEquals(1, Integer.signum(NaturalOrder.INSTANCE.compare(second, first)));
  }
}
