package dev.blazon.api.catalog;

import dev.blazon.api.shield.Description.Parameter;
import dev.blazon.api.shield.Period;
import dev.blazon.api.shield.Shield;
import dev.blazon.api.shield.ShieldCatalog;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Writes the API's description in OpenAPI 3.1, from the catalogue and the dialects' routes. */
final class OpenApiWriter {

  private static final List<String> FORMATS = List.of("svg", "png", "json");

  private final ShieldCatalog catalog;
  private final UrlExamples examples;

  OpenApiWriter(ShieldCatalog catalog, UrlExamples examples) {
    this.catalog = catalog;
    this.examples = examples;
  }

  JsonObject document(String version) {
    return new JsonObject()
        .put("openapi", "3.1.0")
        .put(
            "info",
            new JsonObject()
                .put("title", "Blazon")
                .put("summary", "Badges for every project on the Python Package Index.")
                .put("version", version)
                .put("license", new JsonObject().put("name", "MIT").put("identifier", "MIT")))
        .put("paths", paths())
        .put(
            "components",
            new JsonObject()
                .put("parameters", globalParameters())
                .put("schemas", new JsonObject().put("Badge", badgeSchema()))
                .put("responses", new JsonObject().put("Badge", badgeResponse())));
  }

  private JsonObject paths() {
    JsonObject paths = new JsonObject();
    for (Shield<?> shield : catalog.all()) {
      paths.put("/" + shield.description().id() + "/{project}/badge.{format}", shieldPath(shield));
    }
    String kinds = "shields.io's form of the same shields.";
    paths.put("/pypi/{kind}/{project}", withParts(path("shieldsIo", kinds, "kind", "project")));
    paths.put(
        "/pypi/{kind}/{project}/{version}",
        path("shieldsIoVersion", kinds, "kind", "project", "version"));
    paths.put(
        "/pypi/frameworkversions/{framework}/{project}",
        path("frameworkVersions", "Supported framework versions.", "framework", "project"));
    paths.put("/pepy/dt/{project}", withParts(path("pepyTotal", "All downloads.", "project")));
    paths.put("/py/{project}", path("badgeFury", "badge.fury.io's version badge.", "project"));
    paths.put("/pepy/badge/{project}", withParts(path("pepy", "pepy.tech's badge.", "project")));
    paths.put(
        "/pepy/badge/{project}/{period}",
        withParts(
            path("pepyPeriod", "pepy.tech's badge of a month or a week.", "project", "period")));
    paths.put(
        "/pepy/personalized-badge/{project}",
        withQuery(
            withParts(path("pepyPersonalized", "pepy.tech's personalised badge.", "project")),
            "period",
            "units",
            "left_text",
            "left_color",
            "right_color"));
    paths.put(
        "/badgen/pypi/{kind}/{project}",
        withParts(path("badgen", "badgen.net's form.", "kind", "project")));
    paths.put(
        "/badge/{text}",
        path("staticBadge", "A badge that says what the URL says: label-message-color.", "text"));
    paths.put("/static/v1", withQuery(path("staticQuery", "The same, by query."), "message"));
    paths.put(
        "/endpoint",
        withQuery(path("endpoint", "A badge in the words of a JSON document."), "url"));
    ChartPaths.addTo(paths);
    ReportPaths.addTo(paths);
    return paths;
  }

  private JsonObject shieldPath(Shield<?> shield) {
    String id = shield.description().id();
    JsonArray parameters =
        parameterReferences()
            .add(pathParameter("project").put("example", "requests"))
            .add(
                pathParameter("format")
                    .put(
                        "schema",
                        new JsonObject().put("type", "string").put("enum", array(FORMATS))));
    for (Parameter parameter : shield.description().parameters()) {
      if (GlobalParameterTable.ALL.stream().noneMatch(p -> p.name().equals(parameter.name()))) {
        parameters.add(queryParameter(parameter));
      }
    }
    JsonObject path = operation(id, shield.description().meaning(), parameters);
    path.getJsonObject("get")
        .put("description", "For example `" + String.join("`, `", examples.of(shield)) + "`.");
    return path;
  }

  private static JsonObject path(String id, String summary, String... pathParameters) {
    JsonArray parameters = parameterReferences();
    for (String name : pathParameters) {
      parameters.add(pathParameter(name));
    }
    return operation(id, summary, parameters);
  }

  /** A path with the parameters by which a download badge counts a part. */
  private JsonObject withParts(JsonObject path) {
    JsonArray parameters = path.getJsonObject("get").getJsonArray("parameters");
    for (Parameter parameter : catalog.downloads(Period.TOTAL).description().parameters()) {
      parameters.add(queryParameter(parameter));
    }
    return path;
  }

  private static JsonObject withQuery(JsonObject path, String... names) {
    JsonArray parameters = path.getJsonObject("get").getJsonArray("parameters");
    for (String name : names) {
      parameters.add(queryParameter(new Parameter(name, "As that service has it.", List.of())));
    }
    return path;
  }

  private static JsonObject operation(String id, String summary, JsonArray parameters) {
    JsonObject responses =
        new JsonObject()
            .put("200", new JsonObject().put("$ref", "#/components/responses/Badge"))
            .put(
                "404",
                new JsonObject()
                    .put("description", "For JSON only: no such project or version.")
                    .put("content", new JsonObject().put("application/json", schemaReference())));
    return new JsonObject()
        .put(
            "get",
            new JsonObject()
                .put("operationId", id)
                .put("summary", summary)
                .put("parameters", parameters)
                .put("responses", responses));
  }

  private static JsonArray parameterReferences() {
    JsonArray references = new JsonArray();
    for (Parameter parameter : GlobalParameterTable.ALL) {
      references.add(new JsonObject().put("$ref", "#/components/parameters/" + parameter.name()));
    }
    return references;
  }

  private static JsonObject globalParameters() {
    JsonObject parameters = new JsonObject();
    for (Parameter parameter : GlobalParameterTable.ALL) {
      parameters.put(parameter.name(), queryParameter(parameter));
    }
    return parameters;
  }

  private static JsonObject pathParameter(String name) {
    return new JsonObject()
        .put("name", name)
        .put("in", "path")
        .put("required", true)
        .put("schema", new JsonObject().put("type", "string"));
  }

  private static JsonObject queryParameter(Parameter parameter) {
    JsonObject schema = new JsonObject().put("type", "string");
    if (!parameter.values().isEmpty()) {
      schema.put("enum", array(parameter.values()));
    }
    return new JsonObject()
        .put("name", parameter.name())
        .put("in", "query")
        .put("description", parameter.meaning())
        .put("schema", schema);
  }

  private static JsonObject badgeResponse() {
    JsonObject picture = new JsonObject().put("schema", new JsonObject().put("type", "string"));
    return new JsonObject()
        .put("description", "The badge; a failure is one too.")
        .put(
            "content",
            new JsonObject()
                .put("image/svg+xml", picture)
                .put("image/png", new JsonObject())
                .put("application/json", schemaReference()));
  }

  private static JsonObject schemaReference() {
    return new JsonObject()
        .put("schema", new JsonObject().put("$ref", "#/components/schemas/Badge"));
  }

  /**
   * The schema of shields.io's endpoint badge, so that shields.io can show our JSON as an endpoint
   * badge.
   */
  private static JsonObject badgeSchema() {
    JsonObject text = new JsonObject().put("type", "string");
    return new JsonObject()
        .put("type", "object")
        .put("required", array(List.of("schemaVersion", "label", "message", "color")))
        .put(
            "properties",
            new JsonObject()
                .put("schemaVersion", new JsonObject().put("const", 1))
                .put("label", text)
                .put("message", text)
                .put("color", text)
                .put("labelColor", text)
                .put("isError", new JsonObject().put("type", "boolean")));
  }

  private static JsonArray array(List<String> values) {
    return new JsonArray(values);
  }
}
