package dev.blazon.api.catalog;

import dev.blazon.api.dialect.Dialects;
import dev.blazon.api.shield.Description;
import dev.blazon.api.shield.Description.Parameter;
import dev.blazon.api.shield.Shield;
import dev.blazon.api.shield.ShieldCatalog;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * The documents that describe this service to programs: the catalogue of shields and the OpenAPI
 * description.
 */
public final class ApiDocuments {

  private final ShieldCatalog catalog;
  private final UrlExamples examples;

  /**
   * @throws IllegalStateException if an example URL does not show its shield
   */
  public ApiDocuments(ShieldCatalog catalog, Dialects dialects) {
    this.catalog = catalog;
    this.examples = new UrlExamples(catalog, dialects);
  }

  /** The body of {@code GET /api/shields}. */
  public JsonObject shields() {
    JsonArray entries = new JsonArray();
    for (Shield<?> shield : catalog.all()) {
      Description description = shield.description();
      entries.add(
          new JsonObject()
              .put("id", description.id())
              .put("title", description.title())
              .put("description", description.meaning())
              .put("label", description.label())
              .put("generic", description.generic())
              .put("url", "/" + description.id() + "/{project}/badge.{svg|png|json}")
              .put("example", examples.of(shield).get(0))
              .put("examples", new JsonArray(examples.of(shield)))
              .put("parameters", parameters(description.parameters())));
    }
    return new JsonObject()
        .put("shields", entries)
        .put("parameters", parameters(GlobalParameterTable.ALL));
  }

  /**
   * The body of {@code GET /api/openapi.json}, in OpenAPI 3.1.
   *
   * @param version this service's version
   * @param usage whether programs may report that they are used
   */
  public JsonObject openApi(String version, boolean usage) {
    JsonObject document = new OpenApiWriter(catalog, examples).document(version);
    if (usage) {
      UsagePaths.addTo(document.getJsonObject("paths"));
    }
    return document;
  }

  private static JsonArray parameters(List<Parameter> parameters) {
    JsonArray all = new JsonArray();
    for (Parameter parameter : parameters) {
      all.add(
          new JsonObject()
              .put("name", parameter.name())
              .put("description", parameter.meaning())
              .put("values", new JsonArray(parameter.values())));
    }
    return all;
  }
}
