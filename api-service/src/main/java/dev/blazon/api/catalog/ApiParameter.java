package dev.blazon.api.catalog;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * A parameter of a path or a query, in OpenAPI 3.1.
 *
 * @param values the possible ones; empty: any
 */
record ApiParameter(String name, String meaning, List<String> values, String example) {

  /** A project's name. */
  static final ApiParameter PROJECT =
      new ApiParameter("project", "A project's name.", List.of(), "requests");

  /** Whether mirrors are counted. */
  static final ApiParameter MIRRORS =
      new ApiParameter(
          "mirrors",
          "true: all downloads that PyPI counts; false: without those of mirrors.",
          List.of("true", "false"),
          "true");

  /** Which versions are counted. */
  static final ApiParameter VERSIONS =
      new ApiParameter(
          "versions", "Only these versions, with * and ?, by commas.", List.of(), "2.*");

  /**
   * Describes it.
   *
   * @param place {@code path} or {@code query}
   */
  JsonObject in(String place) {
    JsonObject schema = new JsonObject().put("type", "string");
    if (!values.isEmpty()) {
      schema.put("enum", new JsonArray(values));
    }
    return new JsonObject()
        .put("name", name)
        .put("in", place)
        .put("required", place.equals("path"))
        .put("description", meaning)
        .put("schema", schema)
        .put("example", example);
  }
}
