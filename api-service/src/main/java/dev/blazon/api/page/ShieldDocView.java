package dev.blazon.api.page;

import static dev.blazon.api.page.Html.all;
import static dev.blazon.api.page.Html.attr;
import static dev.blazon.api.page.Html.each;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.link;
import static dev.blazon.api.page.Html.text;
import static dev.blazon.api.page.Html.when;

import dev.blazon.api.catalog.GlobalParameterTable;
import dev.blazon.api.page.Shell.About;
import dev.blazon.api.shield.Content;
import dev.blazon.api.shield.Description;
import dev.blazon.api.shield.Shield;
import dev.blazon.project.ProjectName;
import java.util.List;

/** The documentation of one shield: its meaning, examples, URLs and parameters. */
final class ShieldDocView {

  private static final String EXAMPLE = "requests";

  private final Examples examples;

  ShieldDocView(Examples examples) {
    this.examples = examples;
  }

  PageAnswer of(Site site, Shield<?> shield) {
    Description description = shield.description();
    String id = description.id();
    ProjectName project = ProjectName.parse(EXAMPLE).orElseThrow();
    String address = site.base() + ShieldLink.path(id, project, "svg");
    return Shell.page(
        site,
        new About(
            description.title() + " badge · Blazon",
            description.meaning(),
            "/docs/" + id,
            ShieldLink.path(id, project, "png") + "?style=for-the-badge&scale=3"),
        el("p.crumb", link("/docs", "All shields")),
        el("h1", description.title()),
        el("p.lead", description.meaning()),
        el("h2", "What it can say"),
        el("div.says", each(examples.of(shield), ShieldDocView::picture)),
        el(
            "p",
            text("Live, for "),
            link("/?project=" + EXAMPLE, EXAMPLE),
            text(": "),
            el(
                "img",
                attr("src", ShieldLink.path(id, project, "svg")),
                attr("alt", description.title() + " of " + EXAMPLE),
                attr("height", "20")),
            text(" "),
            link("/build?shield=" + id + "&project=" + EXAMPLE, "Make it yours")),
        el("h2", "Addresses"),
        el(
            "ul.addresses",
            each(
                List.of("svg", "png", "json"),
                format -> el("li", el("code", "/" + id + "/{project}/badge." + format))),
            el(
                "li",
                el("code", "/pypi/" + id + "/{project}"),
                text(" in the manner of shields.io"))),
        el("h2", "To paste"),
        SnippetBox.html(
            "snippet-markdown",
            "Markdown",
            Snippet.MARKDOWN.of(address, description.title(), ShieldLink.pypi(project))),
        el("h2", "Parameters"),
        parameters(description.parameters()),
        el(
            "p",
            text("JSON answers follow the schema of shields.io's endpoint badges. "),
            when(
                description.generic(),
                all(text("Many projects share this picture, so it is kept on disk for a day. "))),
            text("Colours and styles are shown in the "),
            link("/docs/styles", "gallery"),
            text(".")));
  }

  private static Html picture(Content content) {
    return StaticBadge.of(content.label(), content.message(), content.color().name()).picture("");
  }

  private static Html parameters(List<Description.Parameter> own) {
    return el(
        "div.scroll",
        attr("tabindex", "0"),
        attr("role", "region"),
        attr("aria-label", "Parameters"),
        el(
            "table",
            el("tr", el("th", "Name"), el("th", "Meaning"), el("th", "Values")),
            each(own, ShieldDocView::row),
            each(GlobalParameterTable.ALL, ShieldDocView::row)));
  }

  private static Html row(Description.Parameter parameter) {
    return el(
        "tr",
        el("td", el("code", parameter.name())),
        el("td", parameter.meaning()),
        el("td", each(parameter.values(), value -> all(el("code", value), text(" ")))));
  }
}
