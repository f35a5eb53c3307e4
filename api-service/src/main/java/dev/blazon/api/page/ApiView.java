package dev.blazon.api.page;

import static dev.blazon.api.page.Html.all;
import static dev.blazon.api.page.Html.attr;
import static dev.blazon.api.page.Html.each;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.link;
import static dev.blazon.api.page.Html.none;
import static dev.blazon.api.page.Html.text;

import dev.blazon.api.page.Shell.About;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The page about the API, built from the OpenAPI document. */
final class ApiView {

  /** The tags of addresses that answer with numbers, and with charts of them. */
  private static final String REPORTS = "downloads";

  private static final String CHARTS = "charts";

  private static final String USAGE = "usage";

  private ApiView() {}

  /**
   * @param openApi a document of OpenAPI 3.1
   */
  static PageAnswer of(Site site, JsonObject openApi) {
    JsonObject paths = openApi.getJsonObject("paths");
    JsonObject parameters = openApi.getJsonObject("components").getJsonObject("parameters");
    return Shell.page(
        site,
        About.view(
            "API · Blazon", "Every address that answers with a badge or a number.", "/docs/api"),
        el("p.crumb", link("/docs", "Docs")),
        el("h1", "API"),
        el(
            "p.lead",
            text(
                "Badges and numbers are read with GET, need no key, and may be used in any page.")),
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
        table(
            "Addresses",
            "Address",
            paths.stream()
                .filter(path -> !has(path, REPORTS) && !has(path, CHARTS) && !has(path, USAGE))
                .map(ApiView::path)
                .toList()),
        el("h2", "Parameters of every badge"),
        table(
            "Parameters",
            "Name",
            parameters.stream().map(parameter -> parameter(object(parameter))).toList()),
        el("h2", attr("id", "charts"), text("Charts")),
        el(
            "p",
            text("Curves and shares of downloads as pictures; see "),
            link("/docs/charts", "the guide"),
            text(".")),
        table(
            "Charts",
            "Address, with an example",
            paths.stream().filter(path -> has(path, CHARTS)).map(ApiView::example).toList()),
        el("h2", attr("id", "downloads"), text("Download numbers")),
        el(
            "p",
            text(
                "JSON, CSV or NDJSON, in our own form and in those of pepy.tech, pypistats.org and"
                    + " npm. The header "),
            el("code", "Blazon-Basis"),
            text(
                " says which days were counted, where they are from and what they count. Downloads"
                    + " are not users: CI and mirrors download, too. The days end at the newest"
                    + " complete one, and a missing day is not a day without downloads.")),
        table(
            "Download numbers",
            "Address, with an example",
            paths.stream().filter(path -> has(path, REPORTS)).map(ApiView::example).toList()),
        el(
            "p",
            text("Download data: Python Package Index (Linehaul), "),
            link("https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0"),
            text(".")),
        usage(paths),
        el("h2", "Failures"),
        el(
            "p",
            "A picture is always answered with status 200, even if it shows a failure, so"
                + " that no README shows a broken image. JSON answers carry the real status: 404"
                + " for an unknown project, 502 and 504 when PyPI fails or is slow."),
        el(
            "p",
            "A call for numbers with an impossible parameter is answered 400, and the error names"
                + " the parameter, its value and what is possible; 503 with Retry-After when there"
                + " is no answer now."));
  }

  /** The addresses of usage reports, if the operator has switched these on. */
  private static Html usage(JsonObject paths) {
    List<Html> rows =
        paths.stream().filter(path -> has(path, USAGE)).map(ApiView::usageRow).toList();
    return rows.isEmpty()
        ? none()
        : all(
            el("h2", attr("id", "usage"), text("Usage reports")),
            el(
                "p",
                text("What Python programs report of themselves; "),
                link("/usage", "what is collected"),
                text(". Counts are read with a token.")),
            table("Usage reports", "Address", rows));
  }

  private static Html usageRow(Map.Entry<String, Object> path) {
    JsonObject operation = operation(path);
    return el(
        "tr",
        el("td", el("code", path.getKey())),
        el(
            "td",
            text(operation.getString("summary") + " "),
            each(
                operation.getJsonArray("parameters").stream().toList(),
                parameter -> el("code.value", ((JsonObject) parameter).getString("name")))));
  }

  /** What is read there, or else posted. */
  private static JsonObject operation(Map.Entry<String, Object> path) {
    return object(path).getJsonObject("get", object(path).getJsonObject("post"));
  }

  private static boolean has(Map.Entry<String, Object> path, String tag) {
    return operation(path).getJsonArray("tags", new JsonArray()).contains(tag);
  }

  /** An address whose parts stand for their examples, so that a click shows an answer. */
  private static Html example(Map.Entry<String, Object> path) {
    JsonObject get = object(path).getJsonObject("get");
    String example = path.getKey();
    List<String> query = new ArrayList<>();
    for (Object parameter : get.getJsonArray("parameters")) {
      JsonObject next = (JsonObject) parameter;
      if (next.getString("in").equals("path")) {
        example = example.replace("{" + next.getString("name") + "}", next.getString("example"));
      } else {
        query.add(next.getString("name"));
      }
    }
    return el(
        "tr",
        el("td", el("a", attr("href", example), el("code", path.getKey()))),
        el(
            "td",
            text(get.getString("summary") + " "),
            each(query, name -> el("code.value", name))));
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
