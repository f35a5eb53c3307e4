package dev.blazon.api.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.api.HttpAsker.Response;
import dev.blazon.corpus.Corpus;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** pypistats.org's API answers what pypistats.org answered about real counts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PypistatsReportsTest {

  private static final Comparator<JsonObject> BY_CATEGORY_AND_DATE =
      Comparator.comparing((JsonObject row) -> row.getString("category"))
          .thenComparing(row -> row.getString("date"));

  @TempDir private static Path folder;
  private ReportServer server;

  @BeforeAll
  void start() throws Exception {
    StringBuilder csv = new StringBuilder(CountedRows.CSV);
    List<JsonObject> overall = rows(real("lean-lsp-mcp-overall-extract"));
    for (int i = 0; i < overall.size(); i += 2) {
      csv.append(overall.get(i).getString("date")).append(",lean-lsp-mcp,1,");
      csv.append(overall.get(i).getLong("downloads")).append(',');
      csv.append(overall.get(i + 1).getLong("downloads")).append(",,,,,\n");
    }
    for (JsonObject row : rows(real("mcp-system-2026-03-29"))) {
      String category = row.getString("category");
      String system =
          category.equals("null") ? "" : category.equals("other") ? "FreeBSD" : category;
      long downloads = row.getLong("downloads");
      csv.append("2026-03-29,mcp,1,").append(downloads).append(',').append(downloads);
      csv.append(",,").append(system).append(",,,\n");
    }
    server = ReportServer.with(folder, csv.toString());
  }

  private static JsonObject real(String name) {
    return new JsonObject(
        String.join("\n", Corpus.lines("statistics/pypistats/" + name + ".json")));
  }

  private static List<JsonObject> rows(JsonObject answer) {
    return answer.getJsonArray("data").stream().map(JsonObject.class::cast).toList();
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  @Test
  void overall_equals_the_real_answer_in_the_order_of_the_real_service() {
    JsonObject real = real("lean-lsp-mcp-overall-extract");
    JsonObject ours = server.ask().get("/api/packages/lean-lsp-mcp/overall").json();

    assertEquals(rows(real).stream().sorted(BY_CATEGORY_AND_DATE).toList(), rows(ours));
    assertEquals(real.getString("package"), ours.getString("package"));
    assertEquals(real.getString("type"), ours.getString("type"));
  }

  @Test
  void system_equals_the_real_answer() {
    assertEquals(
        real("mcp-system-2026-03-29").encode(),
        server.ask().get("/pypistats/api/packages/mcp/system").text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Requests/recent | {"data":{"last_day":2,"last_month":24,"last_week":24},"package":"requests","type":"recent_downloads"}
          requests/recent?period=week | {"data":{"last_week":24},"package":"requests","type":"recent_downloads"}
          brand-new/recent | {"data":{"last_day":0,"last_month":0,"last_week":0},"package":"brand-new","type":"recent_downloads"}
          flask/overall?mirrors=true | {"data":[{"category":"with_mirrors","date":"2026-08-22","downloads":100},{"category":"with_mirrors","date":"2026-08-26","downloads":1}],"package":"flask","type":"overall_downloads"}
          flask/overall?mirrors=false | {"data":[{"category":"without_mirrors","date":"2026-08-22","downloads":90},{"category":"without_mirrors","date":"2026-08-26","downloads":1}],"package":"flask","type":"overall_downloads"}
          brand-new/overall | {"data":[],"package":"brand-new","type":"overall_downloads"}
          flask/python_major | {"data":[{"category":"2","date":"2026-08-26","downloads":1},{"category":"3","date":"2026-08-22","downloads":90}],"package":"flask","type":"python_major_downloads"}
          requests/python_minor | {"data":[{"category":"3.11","date":"2026-08-22","downloads":5},{"category":"3.12","date":"2026-08-22","downloads":9},{"category":"3.12","date":"2026-08-23","downloads":7},{"category":"3.12","date":"2026-08-25","downloads":1},{"category":"3.12","date":"2026-08-26","downloads":2}],"package":"requests","type":"python_minor_downloads"}
          requests/python_minor?version=3.11 | {"data":[{"category":"3.11","date":"2026-08-22","downloads":5}],"package":"requests","type":"python_minor_downloads"}
          requests/system?os=windows | {"data":[{"category":"Windows","date":"2026-08-22","downloads":5}],"package":"requests","type":"system_downloads"}
          requests/system?os=other | {"data":[{"category":"other","date":"2026-08-26","downloads":2}],"package":"requests","type":"system_downloads"}
          __all__/recent | {"data":{"last_day":3,"last_month":4238049,"last_week":86683},"package":"__all__","type":"recent_downloads"}
          __all__/overall?mirrors=false | {"data":[{"category":"without_mirrors","date":"2026-03-29","downloads":4090842},{"category":"without_mirrors","date":"2026-06-28","downloads":25819},{"category":"without_mirrors","date":"2026-06-29","downloads":34705},{"category":"without_mirrors","date":"2026-07-01","downloads":66544},{"category":"without_mirrors","date":"2026-07-09","downloads":12876},{"category":"without_mirrors","date":"2026-07-11","downloads":7148},{"category":"without_mirrors","date":"2026-08-22","downloads":104},{"category":"without_mirrors","date":"2026-08-23","downloads":7},{"category":"without_mirrors","date":"2026-08-25","downloads":1},{"category":"without_mirrors","date":"2026-08-26","downloads":3}],"package":"__all__","type":"overall_downloads"}
          nobody/system | {"data":[],"package":"nobody","type":"system_downloads"}
          """)
  void answers_have_the_form_of_pypistats(String call, String json) {
    assertEquals(json, server.ask().get("/api/packages/" + call).text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nobody/recent | 404 | 404
          nobody/overall | 404 | 404
          requests/else | 404 | 404
          requests/recent?period=year | 400 | period is "year", but must be one of day, week, month
          requests/overall?mirrors=no | 400 | mirrors is "no", but must be one of true, false
          """)
  void errors_are_bare_text(String call, int status, String text) {
    Response answer = server.ask().get("/api/packages/" + call);

    assertEquals(text, answer.text().replace('\'', '"'));
    assertEquals(status, answer.status());
    assertEquals("text/plain;charset=utf-8", answer.header("Content-Type"));
  }
}
