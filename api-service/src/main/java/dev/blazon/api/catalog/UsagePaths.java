package dev.blazon.api.catalog;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Describes reports of Python programs, and the counts of them, in OpenAPI 3.1. */
final class UsagePaths {

  /** The tag of these operations, by which the page about the API finds them. */
  private static final String TAG = "usage";

  private static final ApiParameter FROM =
      new ApiParameter("from", "The first day or time, in UTC.", List.of(), "2026-06-01");

  private static final ApiParameter TO =
      new ApiParameter(
          "to",
          "The last day, or the time before which; if not given, now.",
          List.of(),
          "2026-11-30");

  private static final List<ApiParameter> QUESTION =
      List.of(
          new ApiParameter(
              "group_by",
              "Up to four fields of a report, by commas: names joined by $, as EspyMetrics has"
                  + " them. None: all reports are one group.",
              List.of(),
              "python$version_info$0,uname$system"),
          FROM,
          TO,
          new ApiParameter(
              "interval",
              "Each stretch is counted apart; a picture has no hours.",
              List.of("hour", "day", "week", "month"),
              "week"),
          new ApiParameter(
              "distinct",
              "hosts: each host counts once in each group and stretch, however often it reports.",
              List.of("hosts"),
              "hosts"),
          new ApiParameter("limit", "Only so many of the newest reports.", List.of(), "1000"));

  private UsagePaths() {}

  /** Adds all paths. */
  static void addTo(JsonObject paths) {
    paths.put("/v1/on_import", new JsonObject().put("post", report()));
    paths.put(
        "/v1/count",
        get(
            "usageCount",
            "Reports by the values of their fields, in EspyMetrics' form; JSON, CSV or a page.",
            new ApiParameter(
                "format",
                "The form; if not given, what Accept prefers.",
                List.of("json", "csv", "html"),
                "csv")));
    paths.put(
        "/v1/count.{format}",
        get(
            "usageChart",
            "The same as a picture: a pie, or with an interval, areas upon each other.",
            new ApiParameter(
                "form",
                "How it is drawn; bars and line for hosts, of which one may be in several groups.",
                List.of("pie", "bars", "stacked", "line"),
                "pie"),
            new ApiParameter("theme", "The colours.", List.of("auto", "light", "dark"), "dark"),
            new ApiParameter("width", "In pixels, from 200 to 2000.", List.of(), "800"),
            new ApiParameter("height", "In pixels, from 100 to 1000.", List.of(), "400"),
            new ApiParameter("scale", "Of a PNG.", List.of("1", "2", "3"), "2")));
    paths
        .getJsonObject("/v1/count.{format}")
        .getJsonObject("get")
        .getJsonArray("parameters")
        .add(new ApiParameter("format", "The format.", List.of("svg", "png"), "svg").in("path"));
    JsonArray parameters = new JsonArray().add(FROM.in("query")).add(TO.in("query"));
    parameters.add(
        new ApiParameter("format", "The form.", List.of("jsonl", "csv"), "csv").in("query"));
    paths.put(
        "/v1/download/import",
        new JsonObject()
            .put(
                "get",
                operation("usageReports", "All reports that are kept, the oldest first.")
                    .put("parameters", parameters)
                    .put("responses", responses("The reports."))));
  }

  private static JsonObject report() {
    JsonObject json = new JsonObject().put("schema", new JsonObject().put("type", "object"));
    return operation(
            "usageReport",
            "Takes reports: a JSON object, an array of them, or one a line; 64 KB at most.")
        .put("parameters", new JsonArray())
        .put(
            "requestBody",
            new JsonObject()
                .put("required", true)
                .put("content", new JsonObject().put("application/json", json)))
        .put(
            "responses",
            responses("success is true when the reports are on disk; false: nothing was kept.")
                .put("413", described("The body is longer than 64 KB.")));
  }

  private static JsonObject get(String id, String summary, ApiParameter... more) {
    JsonArray parameters = new JsonArray();
    QUESTION.forEach(parameter -> parameters.add(parameter.in("query")));
    List.of(more).forEach(parameter -> parameters.add(parameter.in("query")));
    return new JsonObject()
        .put(
            "get",
            operation(id, summary)
                .put("parameters", parameters)
                .put("responses", responses("The counts.")));
  }

  private static JsonObject operation(String id, String summary) {
    return new JsonObject()
        .put("operationId", id)
        .put("summary", summary)
        .put("tags", new JsonArray().add(TAG));
  }

  private static JsonObject responses(String good) {
    return new JsonObject()
        .put("200", described(good))
        .put("400", described("The body or a parameter is impossible; the error says why."))
        .put("401", described("A token is needed: Authorization: Bearer …"))
        .put("429", described("Too much at once; Retry-After says when to try again."))
        .put("503", described("No answer now; Retry-After says when to try again."));
  }

  private static JsonObject described(String what) {
    return new JsonObject().put("description", what);
  }
}
