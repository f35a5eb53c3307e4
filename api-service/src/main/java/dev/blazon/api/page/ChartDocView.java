package dev.blazon.api.page;

import static dev.blazon.api.page.Html.all;
import static dev.blazon.api.page.Html.attr;
import static dev.blazon.api.page.Html.each;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.text;

import dev.blazon.api.page.Shell.About;
import java.util.List;

/** The guide to charts of downloads as pictures: examples, each with Markdown to copy. */
final class ChartDocView {

  static final String NAME = "charts";

  private static final String PATH = "/docs/" + NAME;

  /**
   * A chart of the guide.
   *
   * @param id unique in the page
   * @param address path and query
   * @param alt what it shows, in words
   */
  private record Example(String id, String title, String address, String alt) {}

  private static final List<Example> EXAMPLES =
      List.of(
          new Example(
              "total", "All downloads", "/chart/requests.svg", "Downloads of requests a day"),
          new Example(
              "versions",
              "By version",
              "/chart/requests.svg?by=version&interval=week",
              "Downloads of requests a week by version"),
          new Example(
              "chosen",
              "Some versions compared",
              "/chart/requests.svg?versions=2.32.*&days=90",
              "Downloads of requests 2.32 a day"),
          new Example(
              "python",
              "Shares",
              "/chart/requests.svg?by=python&form=bars&days=30",
              "Downloads of requests in 30 days by version of Python"),
          new Example(
              "compared",
              "Several projects, up to eight",
              "/chart/requests,httpx,aiohttp.svg",
              "Downloads of requests, httpx and aiohttp a week"));

  /** A parameter, its values, and what it does. */
  private record Row(String name, String values, String meaning) {}

  private static final List<Row> ROWS =
      List.of(
          new Row(
              "by", "version, python, system, installer, country", "What downloads are split by."),
          new Row("versions", "2.*,3.0", "Only these versions, with * and ?, by commas."),
          new Row("days", "30, 90, 180, all", "Up to the newest complete day; usually 180."),
          new Row(
              "interval",
              "day, week, month",
              "What one number adds up; usually the shortest that is readable."),
          new Row("mirrors", "true, false", "Whether downloads of mirrors count; usually true."),
          new Row(
              "form",
              "area, line, stacked, bars",
              "How numbers are drawn: the total as an area, parts stacked, chosen versions as"
                  + " lines. Bars are shares of all days together."),
          new Row(
              "theme",
              "auto, light, dark",
              "The colours. auto follows the reader's system; a PNG cannot, so it is light."),
          new Row("width, height", "200–2000, 100–1000", "In pixels; usually 800 by 400."),
          new Row("scale", "1, 2, 3", "Of a PNG: pixels of the file for a pixel of the page."));

  private ChartDocView() {}

  static PageAnswer of(Site site) {
    return Shell.page(
        site,
        About.view(
            "Charts · Blazon",
            "Curves of downloads as pictures for READMEs: by version, Python, system, country.",
            PATH),
        el("p.crumb", Html.link("/docs", "Docs")),
        el("h1", "Charts"),
        el(
            "p.lead",
            text("A curve of a project's downloads, as a picture that any README can show: "),
            el("code", "/chart/{project}.svg"),
            text(" or "),
            el("code", ".png"),
            text(".")),
        each(EXAMPLES, example -> shown(site, example)),
        el("h2", "Parameters"),
        el(
            "div.scroll",
            attr("tabindex", "0"),
            attr("role", "region"),
            attr("aria-label", "Parameters"),
            el(
                "table",
                el("tr", el("th", "Name"), el("th", "Values"), el("th", "Meaning")),
                each(ROWS, ChartDocView::row))),
        el("h2", "What it shows"),
        el(
            "p",
            text(
                "The line below a chart says what is counted, until which day, and where it is"
                    + " from. A day that was not imported is a gap, never zero. A stretch that"
                    + " lacks a day or whose import was odd is marked, and so is a day on which"
                    + " PyPI counted in another way. Of many parts the largest seven are shown;"
                    + " the rest is added up. The numbers themselves: "),
            Html.link("/docs/api#downloads", "the API"),
            text(".")));
  }

  private static Html shown(Site site, Example example) {
    String markdown = Snippet.MARKDOWN.of(site.base() + example.address(), example.alt(), "");
    return all(
        el("h2", example.title()),
        el(
            "figure.chart",
            el(
                "img",
                attr("src", example.address()),
                attr("alt", example.alt()),
                attr("width", "800"),
                attr("height", "400"),
                attr("loading", "lazy"))),
        SnippetBox.html("chart-" + example.id(), "Markdown: " + example.title(), markdown));
  }

  private static Html row(Row row) {
    return el(
        "tr", el("td", el("code", row.name())), el("td", row.values()), el("td", row.meaning()));
  }
}
