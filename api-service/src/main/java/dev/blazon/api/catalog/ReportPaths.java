package dev.blazon.api.catalog;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Describes the API for download numbers in OpenAPI 3.1. */
final class ReportPaths {

  /** The tag of these operations, by which the page about the API finds them. */
  private static final String TAG = "downloads";

  private final JsonObject paths;

  private ReportPaths(JsonObject paths) {
    this.paths = paths;
  }

  /** Adds all paths. */
  static void addTo(JsonObject paths) {
    ReportPaths all = new ReportPaths(paths);
    all.addOurs();
    all.addPepy();
    all.addPypistats();
    all.addNpm();
  }

  private void addOurs() {
    ApiParameter from = new ApiParameter("from", "The first day.", List.of(), "2026-08-01");
    ApiParameter to =
        new ApiParameter(
            "to", "The last day; else the newest complete one.", List.of(), "2026-08-31");
    add(
        "/api/v3/projects/{project}/downloads",
        "projectDownloads",
        "Downloads over time, by version or category; JSON, CSV or NDJSON.",
        List.of(ApiParameter.PROJECT),
        List.of(
            from,
            to,
            new ApiParameter(
                "by",
                "What they are split by.",
                List.of("version", "python", "system", "installer", "country", "ci"),
                "version"),
            ApiParameter.VERSIONS,
            new ApiParameter(
                "interval", "What is added up.", List.of("day", "week", "month"), "week"),
            ApiParameter.MIRRORS,
            new ApiParameter("format", "The form.", List.of("json", "csv", "ndjson"), "csv")));
    add(
        "/api/v3/projects/{project}",
        "projectTotals",
        "All of a project in one answer: downloads in a day, a week, a month and in all, with rank,"
            + " percentile and the change to the window before; and the facts of all shields.",
        List.of(ApiParameter.PROJECT),
        List.of(ApiParameter.MIRRORS));
    add(
        "/api/v3/top",
        "topProjects",
        "The most downloaded, fastest growing and newly risen projects.",
        List.of(),
        List.of(
            new ApiParameter(
                "list",
                "Which ranking.",
                List.of("day", "week", "month", "all", "growing", "risen"),
                "month"),
            ApiParameter.MIRRORS,
            new ApiParameter("limit", "How many places, to 1000.", List.of(), "100")));
    add(
        "/api/v3/days",
        "days",
        "Which days were imported: state, source, rows, sums, gaps and counting breaks.",
        List.of(),
        List.of(from, to));
  }

  private void addPepy() {
    add(
        "/api/v1/projects/{project}",
        "pepyFirst",
        "pepy.tech's API: 30 days. A key may be sent and is not needed.",
        List.of(ApiParameter.PROJECT),
        List.of());
    add(
        "/api/v2/projects/{project}",
        "pepySecond",
        "pepy.tech's API: three months by version. A key may be sent and is not needed.",
        List.of(ApiParameter.PROJECT),
        List.of());
  }

  private void addPypistats() {
    addPypistats("recent", "the last day, week and month", period());
    addPypistats("overall", "with mirrors and without", ApiParameter.MIRRORS);
    ApiParameter python = new ApiParameter("version", "Only this one.", List.of(), "3.12");
    addPypistats("python_major", "by Python's major version", python);
    addPypistats("python_minor", "by Python's minor version", python);
    addPypistats(
        "system",
        "by operating system",
        new ApiParameter("os", "Only this one.", List.of(), "linux"));
  }

  private static ApiParameter period() {
    return new ApiParameter("period", "Only this one.", List.of("day", "week", "month"), "week");
  }

  private void addPypistats(String kind, String what, ApiParameter parameter) {
    add(
        "/api/packages/{project}/" + kind,
        "pypistats_" + kind,
        "pypistats.org's API: " + what + ".",
        List.of(ApiParameter.PROJECT),
        List.of(parameter));
  }

  private void addNpm() {
    ApiParameter period =
        new ApiParameter(
            "period",
            "last-day, last-week, last-month, last-year, a day, or two days with a colon.",
            List.of(),
            "last-week");
    ApiParameter projects =
        new ApiParameter("projects", "Up to 128 names, by commas.", List.of(), "requests,flask");
    for (String shape : List.of("point", "range")) {
      String what = shape.equals("point") ? "a number" : "a number a day";
      add(
          "/downloads/" + shape + "/{period}",
          "npm_" + shape + "_all",
          "npm's API: " + what + " for all of PyPI.",
          List.of(period),
          List.of(ApiParameter.MIRRORS));
      add(
          "/downloads/" + shape + "/{period}/{projects}",
          "npm_" + shape,
          "npm's API: " + what + " for projects.",
          List.of(period, projects),
          List.of(ApiParameter.MIRRORS));
    }
  }

  private void add(
      String path,
      String id,
      String summary,
      List<ApiParameter> inPath,
      List<ApiParameter> inQuery) {
    JsonArray parameters = new JsonArray();
    inPath.forEach(parameter -> parameters.add(parameter.in("path")));
    inQuery.forEach(parameter -> parameters.add(parameter.in("query")));
    paths.put(
        path,
        new JsonObject()
            .put(
                "get",
                new JsonObject()
                    .put("operationId", id)
                    .put("summary", summary)
                    .put("tags", new JsonArray().add(TAG))
                    .put("parameters", parameters)
                    .put("responses", responses())));
  }

  private static JsonObject responses() {
    return new JsonObject()
        .put("200", described("The numbers. The header Blazon-Basis says what they rest on."))
        .put("304", described("The client has this answer."))
        .put("400", described("A parameter is impossible; the error names it."))
        .put("404", described("No such project."))
        .put("501", described("This service counts no downloads."))
        .put("503", described("No answer now; Retry-After says when to ask again."));
  }

  private static JsonObject described(String what) {
    return new JsonObject().put("description", what);
  }
}
