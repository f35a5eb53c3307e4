package dev.blazon.api.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.HttpAsker.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the OpenAPI document and the page about the API say about the API is so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DocumentedReportsTest {

  @TempDir private static Path folder;
  private ReportServer server;
  private JsonObject paths;

  @BeforeAll
  void start() throws Exception {
    server = ReportServer.with(folder, CountedRows.CSV);
    paths = server.ask().get("/api/openapi.json").json().getJsonObject("paths");
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  @Test
  void every_example_and_every_value_of_a_parameter_is_answered() {
    List<String> calls = calls();

    assertTrue(calls.size() > 50, "only " + calls.size() + " calls");
    for (String call : calls) {
      Response answer = server.ask().get(call);
      assertEquals(200, answer.status(), call + ": " + answer.text());
    }
  }

  /** Each documented path alone, and with each parameter. */
  private List<String> calls() {
    List<String> calls = new ArrayList<>();
    for (String path : paths.fieldNames()) {
      JsonObject operation = paths.getJsonObject(path).getJsonObject("get");
      if (operation.getJsonArray("tags", new JsonArray()).contains("downloads")) {
        List<JsonObject> parameters =
            operation.getJsonArray("parameters").stream().map(JsonObject.class::cast).toList();
        String url = path;
        for (JsonObject parameter : parameters) {
          url =
              url.replace("{" + parameter.getString("name") + "}", parameter.getString("example"));
        }
        calls.add(url);
        for (JsonObject parameter : parameters) {
          if (parameter.getString("in").equals("query")) {
            addValues(calls, url, parameter);
          }
        }
      }
    }
    return calls;
  }

  private static void addValues(List<String> calls, String url, JsonObject parameter) {
    JsonArray values =
        parameter
            .getJsonObject("schema")
            .getJsonArray("enum", new JsonArray().add(parameter.getString("example")));
    for (Object value : values) {
      calls.add(
          url
              + "?"
              + parameter.getString("name")
              + "="
              + URLEncoder.encode((String) value, StandardCharsets.UTF_8));
    }
  }

  @Test
  void the_page_about_the_api_links_to_live_examples() {
    String page = server.ask().get("/docs/api").text();

    assertTrue(page.contains("href=\"/api/v2/projects/requests\""), page);
    assertTrue(page.contains("href=\"/downloads/range/last-week/requests,flask\""), page);
    assertTrue(page.contains("CC BY 4.0"), page);
  }
}
