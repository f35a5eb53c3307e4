package dev.blazon.api.page;

import static dev.blazon.api.page.Html.attr;
import static dev.blazon.api.page.Html.each;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.link;
import static dev.blazon.api.page.Html.text;

import dev.blazon.api.page.Shell.About;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** The page about the API, built from the OpenAPI document. */
final class ApiView {

  private ApiView() {}

  /**
   * @param openApi a document of OpenAPI 3.1
   */
  static PageAnswer of(Site site, JsonObject openApi) {
    JsonObject paths = openApi.getJsonObject("paths");
    JsonObject parameters = openApi.getJsonObject("components").getJsonObject("parameters");
    return Shell.page(
        site,
        About.view("API · Blazon", "Every address that answers with a badge.", "/docs/api"),
        el("p.crumb", link("/docs", "Docs")),
        el("h1", "API"),
        el(
            "p.lead",
            text("Badges are read with GET, need no key, and may be embedded in any page.")),
        el(
            "p",
            text("For machines: "),
            link("/api/openapi.json", "OpenAPI 3.1"),
            text(" and "),
            link("/api/shields", "the catalogue of shields"),
            text(". In place of "),
            el("code", "{format}"),
            text(": svg, png, or json, the schema of shields.io's endpoint badges.")),
        el("h2", "Addresses"),
        table("Addresses", "Address", paths.stream().map(ApiView::path).toList()),
        el("h2", "Parameters of every badge"),
        table(
            "Parameters",
            "Name",
            parameters.stream().map(parameter -> parameter(object(parameter))).toList()),
        el("h2", "Failures"),
        el(
            "p",
            "A picture is always answered with status 200, even if it shows a failure, so"
                + " that no README shows a broken image. JSON answers carry the real status: 404"
                + " for an unknown project, 502 and 504 when PyPI fails or is slow."));
  }

  private static Html path(Map.Entry<String, Object> path) {
    JsonObject get = object(path).getJsonObject("get");
    return row(path.getKey(), get.getString("summary"), List.of());
  }

  private static Html parameter(JsonObject parameter) {
    JsonArray values = parameter.getJsonObject("schema").getJsonArray("enum", new JsonArray());
    return row(
        parameter.getString("name"),
        parameter.getString("description"),
        values.stream().map(String::valueOf).toList());
  }

  private static Html row(String name, String meaning, List<String> values) {
    return el(
        "tr",
        el("td", el("code", name)),
        el("td", text(meaning + " "), each(values, value -> el("code.value", value))));
  }

  private static Html table(String name, String what, List<Html> rows) {
    return el(
        "div.scroll",
        attr("tabindex", "0"),
        attr("role", "region"),
        attr("aria-label", name),
        el("table", el("tr", el("th", what), el("th", "Meaning")), new Html.Pieces(rows)));
  }

  private static JsonObject object(Map.Entry<String, Object> entry) {
    return (JsonObject) entry.getValue();
  }
}
