package dev.blazon.api.page;

import static dev.blazon.api.page.Html.attr;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.link;
import static dev.blazon.api.page.Html.text;

import dev.blazon.api.shield.Content;
import dev.blazon.api.shield.Description;
import dev.blazon.project.ProjectName;
import java.util.Optional;

/**
 * A shield of a project on that project's page.
 *
 * @param content the content of the badge; empty if it is not known here and only its picture shows
 *     it
 */
record ShieldCard(Description shield, ProjectName project, Optional<Content> content) {

  /** Whether the project lacks what the shield shows. */
  boolean lacksFacts() {
    return content
        .map(Content::message)
        .filter(
            words ->
                words.equals("unknown")
                    || words.startsWith("missing")
                    || words.contains("are missing"))
        .isPresent();
  }

  String snippet(Site site, Snippet snippet) {
    return snippet.of(
        site.base() + ShieldLink.path(shield.id(), project, "svg"),
        shield.title(),
        ShieldLink.pypi(project));
  }

  Html html(Site site, Snippet snippet) {
    String id = "snippet-" + shield.id();
    return el(
        "article.card.shield",
        el("div.well", picture()),
        el("h3", link("/docs/" + shield.id(), shield.title())),
        el("p", shield.meaning()),
        SnippetBox.html(id, shield.title() + " as " + snippet.title(), snippet(site, snippet)),
        el(
            "p.more",
            link("/build?project=" + project.written() + "&shield=" + shield.id(), "Make it yours"),
            text(" · "),
            link(ShieldLink.path(shield.id(), project, "png"), "PNG"),
            text(" · "),
            link(ShieldLink.path(shield.id(), project, "json"), "JSON")));
  }

  Html picture() {
    return el(
        "img",
        attr("src", ShieldLink.path(shield.id(), project, "svg")),
        attr("alt", content.map(c -> c.label() + ": " + c.message()).orElse(shield.title())),
        attr("height", "20"),
        attr("loading", "lazy"));
  }
}
