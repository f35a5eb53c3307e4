package dev.blazon.api.page;

import static dev.blazon.api.page.Html.all;
import static dev.blazon.api.page.Html.attr;
import static dev.blazon.api.page.Html.each;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.flag;
import static dev.blazon.api.page.Html.link;
import static dev.blazon.api.page.Html.text;
import static dev.blazon.api.page.Html.when;

import dev.blazon.api.page.Shell.About;
import java.util.List;

/** The home page: a search field for a project's name, and links to the other pages. */
final class FindView {

  static final String TITLE = "Blazon: badges for every Python project";
  private static final String DESCRIPTION =
      "Type the name of a project on PyPI, and copy its badges: version, licence, Python versions,"
          + " downloads and more. Home of every pypip.in badge.";

  private static final List<String> KNOWN_PROJECTS =
      List.of("requests", "numpy", "django", "flask", "pytest", "rich");

  /** Static badges, so that the home page causes no upstream requests. */
  private static final List<String> ARMORIAL =
      List.of(
          "pypi-v2.32.3-blue",
          "python-3.9_%7C_3.10_%7C_3.11_%7C_3.12-blue",
          "license-Apache--2.0-green",
          "downloads-1.2G%2Fmonth-brightgreen",
          "wheel-yes-brightgreen",
          "types-typed-brightgreen",
          "status-stable-brightgreen",
          "requires-%E2%89%A53.9-blue");

  private FindView() {}

  static PageAnswer of(Site site) {
    return Shell.page(
        site,
        About.view(TITLE, DESCRIPTION, "/"),
        hero(),
        el(
            "div.armorial",
            attr("role", "img"),
            attr("aria-label", "Examples: version, Python versions, licence, downloads and more"),
            each(
                ARMORIAL,
                badge ->
                    el("img", attr("src", "/badge/" + badge + ".svg"), attr("alt", ""), height()))),
        el(
            "section.ways",
            attr("aria-label", "What you can do here"),
            way(
                "/build",
                "Build",
                "Choose words, tinctures and a charge; see the shield as you go; copy it in six"
                    + " markups."),
            way(
                "/repair",
                "Repair",
                "Paste a README of the pypip.in years. Its dead badges come back, rewritten and"
                    + " ready to copy."),
            way(
                "/docs",
                "Read",
                "Every shield with its rules, every old address with its new one, and the API.")),
        blazonry());
  }

  /** The band of the home page. */
  private static Html hero() {
    return el(
        "section.hero",
        el("h1", "A shield for every Python project"),
        el("p.lead", "Name a project on PyPI. Copy its badges. Done."),
        search("", Snippet.MARKDOWN),
        el(
            "p.known",
            text("For example "),
            each(KNOWN_PROJECTS, name -> all(link("/?project=" + name, name), text(" ")))));
  }

  /** The band above a result, with the search field for the next project. */
  static Html band(String project, Snippet snippet) {
    return el("section.hero.slim", attr("aria-label", "Search"), search(project, snippet));
  }

  private static Html search(String project, Snippet snippet) {
    return el(
        "form.search",
        attr("action", "/"),
        attr("method", "get"),
        attr("role", "search"),
        el("label.unseen", attr("for", "project"), text("Project on PyPI")),
        el(
            "input",
            attr("id", "project"),
            attr("name", "project"),
            attr("value", project),
            attr("type", "search"),
            attr("placeholder", "requests"),
            attr("autocomplete", "off"),
            attr("autocapitalize", "none"),
            attr("spellcheck", "false"),
            attr("maxlength", "128"),
            when(project.isEmpty(), flag("autofocus")),
            flag("required")),
        markup(snippet),
        el("button", attr("type", "submit"), text("Show its shields")));
  }

  /** The explanation of the service's name, with an example. */
  private static Html blazonry() {
    return el(
        "section.blazonry",
        attr("aria-labelledby", "blazonry"),
        el(
            "div",
            el("h2", attr("id", "blazonry"), text("Words in, shield out")),
            el(
                "p",
                text(
                    "Heralds describe a coat of arms in words so exact that any painter can paint"
                        + " it; that is its blazon. An address does the same for a badge.")),
            el("p", el("code.blazon", "/badge/any_words-you_like-1f4e9c.svg?style=for-the-badge"))),
        el(
            "div.painted",
            StaticBadge.of("any words", "you like", "1f4e9c")
                .picture("?style=for-the-badge&scale=2")));
  }

  /** The choice of the snippets' markup. */
  private static Html markup(Snippet chosen) {
    return all(
        el("label.unseen", attr("for", "snippet"), text("Markup of your README")),
        el(
            "select",
            attr("id", "snippet"),
            attr("name", "snippet"),
            each(
                List.of(Snippet.values()),
                snippet -> Fields.option(snippet.id(), snippet.title(), snippet == chosen))));
  }

  private static Html way(String path, String title, String words) {
    return el("a.card.way", attr("href", path), el("h2", title), el("p", words));
  }

  private static Html height() {
    return attr("height", "20");
  }
}
