package dev.blazon.api.catalog;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Describes charts as pictures in OpenAPI 3.1. */
final class ChartPaths {

  /** The tag of these operations, by which the page about the API finds them. */
  private static final String TAG = "charts";

  private static final List<ApiParameter> QUERY =
      List.of(
          new ApiParameter(
              "by",
              "What downloads are split by; none: the total.",
              List.of("version", "python", "system", "installer", "country"),
              "version"),
          ApiParameter.VERSIONS,
          new ApiParameter(
              "days",
              "How many days up to the newest complete one; 180 if not given.",
              List.of("30", "90", "180", "all"),
              "90"),
          new ApiParameter(
              "interval",
              "What one number adds up; if not given, the shortest that is readable.",
              List.of("day", "week", "month"),
              "week"),
          ApiParameter.MIRRORS,
          new ApiParameter(
              "form",
              "How numbers are drawn: area or line for the total; else line, stacked or bars.",
              List.of("area", "line", "stacked", "bars"),
              "stacked"),
          new ApiParameter(
              "theme",
              "The colours. auto follows the reader's system, in an SVG; it is the usual there,"
                  + " and light in a PNG.",
              List.of("auto", "light", "dark"),
              "dark"),
          new ApiParameter("width", "In pixels, from 200 to 2000; usually 800.", List.of(), "800"),
          new ApiParameter(
              "height",
              "In pixels, from 100 to 1000; usually half the width, from 200 to 480.",
              List.of(),
              "400"),
          new ApiParameter(
              "scale",
              "Of a PNG: pixels of the file for a pixel of the page. A PNG has 1,400,000 at most.",
              List.of("1", "2", "3"),
              "2"));

  private ChartPaths() {}

  /** Adds the path of charts. */
  static void addTo(JsonObject paths) {
    JsonArray parameters = new JsonArray();
    parameters.add(ApiParameter.PROJECT.in("path"));
    parameters.add(
        new ApiParameter("format", "The format.", List.of("svg", "png"), "svg").in("path"));
    QUERY.forEach(parameter -> parameters.add(parameter.in("query")));
    paths.put(
        "/chart/{project}.{format}",
        new JsonObject()
            .put(
                "get",
                new JsonObject()
                    .put("operationId", "chart")
                    .put("summary", "Downloads over time, or their shares, as a picture.")
                    .put(
                        "description",
                        "Several projects with commas, as in `/chart/requests,httpx.svg`, are"
                            + " compared: up to eight, a line each, with `days`, `interval` and"
                            + " `mirrors`.")
                    .put("tags", new JsonArray().add(TAG))
                    .put("parameters", parameters)
                    .put("responses", responses())));
  }

  private static JsonObject responses() {
    JsonObject picture = new JsonObject().put("schema", new JsonObject().put("type", "string"));
    return new JsonObject()
        .put(
            "200",
            new JsonObject()
                .put("description", "The chart; a failure is a picture too, which says what it is.")
                .put(
                    "content",
                    new JsonObject()
                        .put("image/svg+xml", picture)
                        .put("image/png", new JsonObject())))
        .put("304", new JsonObject().put("description", "The client has this picture."))
        .put("414", new JsonObject().put("description", "The URL is longer than 8 KB."));
  }
}
