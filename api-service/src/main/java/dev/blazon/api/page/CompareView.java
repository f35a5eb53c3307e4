package dev.blazon.api.page;

import static dev.blazon.api.page.Html.all;
import static dev.blazon.api.page.Html.attr;
import static dev.blazon.api.page.Html.each;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.flag;
import static dev.blazon.api.page.Html.link;
import static dev.blazon.api.page.Html.none;
import static dev.blazon.api.page.Html.text;
import static dev.blazon.api.page.Html.when;

import dev.blazon.api.compare.CompareQuery;
import dev.blazon.api.compare.CompareWindow;
import dev.blazon.api.compare.ComparedProject;
import dev.blazon.api.compare.ComparisonChart;
import dev.blazon.api.compare.SideBySide;
import dev.blazon.api.page.Shell.About;
import dev.blazon.api.stats.CountWords;
import dev.blazon.chart.Caption;
import dev.blazon.count.Interval;
import dev.blazon.count.Measure;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The page that shows projects side by side: one chart, one table. */
final class CompareView {

  private static final String PATH = "/compare";

  /** What may interest a reader who has nothing in mind. */
  private static final List<List<String>> EXAMPLES =
      List.of(
          List.of("requests", "httpx", "aiohttp"),
          List.of("django", "flask", "fastapi"),
          List.of("numpy", "pandas", "polars"));

  /** Offered beside the projects that are compared. */
  private static final List<String> KNOWN =
      List.of("requests", "numpy", "django", "flask", "pytest", "rich");

  private static final int MOST_OFFERED = 3;

  private final Site site;
  private final SideBySide compared;
  private final CompareQuery query;

  private CompareView(Site site, SideBySide compared) {
    this.site = site;
    this.compared = compared;
    this.query = compared.query();
  }

  static PageAnswer of(Site site, SideBySide compared) {
    return new CompareView(site, compared).page();
  }

  private PageAnswer page() {
    if (query.names().isEmpty()) {
      return Shell.page(
          site, about("Compare projects"), el("h1", "Compare projects"), lead(), form());
    }
    String names =
        CountWords.list(compared.projects().stream().map(ComparedProject::name).toList());
    PageAnswer page =
        Shell.page(
            site,
            about(names),
            el("h1.project", names),
            form(),
            chips(),
            leftOut(),
            CompareTable.without(compared),
            compared.counted().isEmpty() ? none() : numbers());
    return compared.isFinal() ? page.forAMinute() : page.uncached();
  }

  private About about(String title) {
    return new About(
        title + " · Blazon",
        "Downloads of up to eight Python projects beside each other: one chart, one table.",
        query.names().isEmpty() ? PATH : PATH + "?" + query.written(),
        query.names().isEmpty()
            ? About.USUAL_PREVIEW
            : query.chart("png") + "&width=1200&height=630");
  }

  private Html lead() {
    return all(
        el(
            "p.lead",
            "Downloads of up to eight projects in the same days: one chart for your README, one"
                + " table."),
        el(
            "p",
            text("For example "),
            each(
                EXAMPLES,
                names ->
                    all(
                        link(PATH + "?projects=" + String.join(",", names), CountWords.list(names)),
                        text(names == EXAMPLES.get(EXAMPLES.size() - 1) ? "." : "; ")))));
  }

  private Html form() {
    return el(
        "form.card.compare",
        attr("action", PATH),
        attr("method", "get"),
        el(
            "div.field",
            el(
                "label",
                attr("for", "projects"),
                text("Projects on PyPI, separated by commas or spaces; up to eight")),
            el(
                "input",
                attr("id", "projects"),
                attr("name", "projects"),
                attr("value", String.join(", ", query.names())),
                attr("placeholder", "requests, httpx, aiohttp"),
                attr("autocomplete", "off"),
                attr("autocapitalize", "none"),
                attr("spellcheck", "false"),
                attr("maxlength", "2300"),
                when(query.names().isEmpty(), flag("autofocus")),
                flag("required"))),
        el(
            "div.choices",
            Fields.choice(
                "days",
                "Days",
                Stream.of(CompareWindow.values())
                    .map(window -> Map.entry(window.word(), name(window)))
                    .toList(),
                query.window().word()),
            Fields.choice(
                "interval",
                "A point for each",
                Stream.concat(
                        Stream.of(Map.entry("", "as fits the days")),
                        Interval.WORDS.stream().map(word -> Map.entry(word, word)))
                    .toList(),
                query.chosen().map(Interval::word).orElse("")),
            Fields.choice(
                "mirrors",
                "Mirrors",
                List.of(Map.entry("true", "counted"), Map.entry("false", "left out")),
                query.measure() == Measure.ALL ? "true" : "false"),
            el("button", attr("type", "submit"), text("Compare"))));
  }

  private static String name(CompareWindow window) {
    return window.days().isPresent() ? "newest " + window.word() : "all";
  }

  /** Links that leave a project out, and some that add one. */
  private Html chips() {
    List<String> offered =
        KNOWN.stream().filter(name -> !query.has(name)).limit(MOST_OFFERED).toList();
    return el(
        "ul.chips",
        attr("aria-label", "Leave out or add"),
        when(
            query.names().size() > 1,
            each(
                query.names(),
                name ->
                    el(
                        "li",
                        el(
                            "a.chip",
                            attr("href", PATH + "?" + query.without(name).written()),
                            el("span.unseen", "Leave out "),
                            text(name),
                            el("span", attr("aria-hidden", "true"), text(" ×")))))),
        when(
            query.names().size() < CompareQuery.MOST,
            each(
                offered,
                name ->
                    el(
                        "li",
                        el(
                            "a.chip.more",
                            attr("href", PATH + "?" + query.and(name).written()),
                            el("span", attr("aria-hidden", "true"), text("+ ")),
                            el("span.unseen", "Add "),
                            text(name))))));
  }

  private Html leftOut() {
    return when(
        !query.leftOut().isEmpty(),
        el(
            "p.notice.card",
            attr("role", "status"),
            text(
                "Up to eight projects can be told apart in a chart. These are left out: "
                    + CountWords.list(query.leftOut())
                    + ".")));
  }

  private Html numbers() {
    return all(chart(), new CompareTable(compared).html(), share());
  }

  private Html chart() {
    Caption caption = ComparisonChart.caption(compared);
    return el(
        "figure.chart",
        el(
            "picture",
            el(
                "source",
                attr("media", "(max-width: 36rem)"),
                attr("srcset", query.chart("svg") + "&width=340&height=300")),
            el(
                "img",
                attr("src", query.chart("svg")),
                attr("width", "800"),
                attr("height", "400"),
                attr("alt", caption.title() + ". " + caption.description()))));
  }

  /** The text to paste into a README, and the same picture for other uses. */
  private Html share() {
    String title = ComparisonChart.caption(compared).title();
    return el(
        "section.card.usual",
        attr("aria-labelledby", "share"),
        el("h2", attr("id", "share"), text("Put this chart into your README")),
        SnippetBox.html(
            "snippet-chart",
            "chart as Markdown",
            Snippet.MARKDOWN.of(
                site.base() + query.chart("svg"),
                title,
                site.base() + PATH + "?" + query.written())),
        el(
            "p.more",
            text("It follows the reader's light or dark scheme, and shows the newest days. "),
            link(query.chart("svg"), "SVG"),
            text(" · "),
            link(query.chart("png") + "&scale=2", "PNG")));
  }
}
