package dev.blazon.api.page;

import static dev.blazon.api.page.Html.all;
import static dev.blazon.api.page.Html.attr;
import static dev.blazon.api.page.Html.each;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.link;
import static dev.blazon.api.page.Html.none;
import static dev.blazon.api.page.Html.text;
import static dev.blazon.api.page.Html.when;

import dev.blazon.api.page.Shell.About;
import dev.blazon.api.stats.CountWords;
import dev.blazon.api.usage.call.CountPage;
import dev.blazon.api.usage.call.Counted;
import dev.blazon.api.usage.call.UsageWords;
import dev.blazon.usage.UsageInterval;
import dev.blazon.usage.UsageTable.Row;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** Counts of usage for people: a table, a chart, and the same in other forms. */
final class UsageTableView {

  private static final String COUNT = "/v1/count";

  /** More are in the CSV file. */
  private static final int MOST_ROWS = 500;

  private UsageTableView() {}

  /** The page of a question's answer. */
  static CountPage.Written page(Site site, Counted counted, String query) {
    String title = UsageWords.title(counted);
    boolean drawn =
        counted.question().interval().filter(UsageInterval.HOUR::equals).isEmpty()
            && !counted.table().rows().isEmpty();
    Html page =
        Shell.document(
            site,
            About.view(title + " · Blazon", title, COUNT),
            el("h1", title),
            el("p.lead", UsageWords.note(counted)),
            when(
                drawn,
                chart(address(COUNT + ".svg", query), title + ". " + UsageWords.note(counted))),
            forms(query, drawn),
            table(counted, MOST_ROWS));
    return new CountPage.Written(
        Buffer.buffer("<!doctype html>" + page.written()), PageAnswer.POLICY);
  }

  private static String address(String path, String query) {
    return query.isEmpty() ? path : path + "?" + query;
  }

  /** A picture of counts, in the usual size. */
  static Html chart(String address, String alt) {
    return chart(address, alt, 800, 400);
  }

  static Html chart(String address, String alt, int width, int height) {
    return el(
        "figure.chart",
        el(
            "img",
            attr("src", address),
            attr("alt", alt),
            attr("width", Integer.toString(width)),
            attr("height", Integer.toString(height))));
  }

  private static Html forms(String query, boolean drawn) {
    String more = query.isEmpty() ? "" : query + "&";
    return el(
        "p",
        text("The same as "),
        link(COUNT + "?" + more + "format=json", "JSON"),
        text(", "),
        link(COUNT + "?" + more + "format=csv", "CSV"),
        drawn
            ? all(
                text(", "),
                link(address(COUNT + ".svg", query), "SVG"),
                text(" and "),
                link(address(COUNT + ".png", query), "PNG"))
            : none(),
        text("."));
  }

  /**
   * The rows of a table.
   *
   * @param most how many are shown
   */
  static Html table(Counted counted, int most) {
    List<Row> rows = counted.table().rows();
    if (rows.isEmpty()) {
      return el("div.card.notice", el("p", "There are no reports of this time with these fields."));
    }
    long all = rows.stream().mapToLong(counted::number).sum();
    boolean overTime = counted.question().interval().isPresent();
    boolean shares = !overTime && !counted.question().distinctHosts() && rows.size() > 1;
    List<Row> shown = rows.subList(0, Math.min(most, rows.size()));
    return all(
        el(
            "div.scroll",
            attr("tabindex", "0"),
            attr("role", "region"),
            attr("aria-label", UsageWords.title(counted)),
            el(
                "table.ranking.places",
                head(counted, overTime, shares),
                el("tbody", each(shown, row -> row(counted, row, overTime, shares, all))))),
        when(
            shown.size() < rows.size(),
            el("p", CountWords.number(rows.size() - shown.size()) + " more rows are in the CSV.")));
  }

  private static Html head(Counted counted, boolean overTime, boolean shares) {
    String what = counted.question().distinctHosts() ? "Hosts" : "Reports";
    return el(
        "thead",
        el(
            "tr",
            when(overTime, el("th", attr("scope", "col"), text("From"))),
            each(
                counted.paths(),
                path -> el("th", attr("scope", "col"), text(UsageWords.field(path)))),
            el("th.figure", attr("scope", "col"), text(what)),
            when(shares, el("th.figure", attr("scope", "col"), text("Share")))));
  }

  private static Html row(Counted counted, Row row, boolean overTime, boolean shares, long all) {
    long number = counted.number(row);
    return el(
        "tr",
        when(overTime, el("td", counted.start(row).orElse(""))),
        each(row.keys(), key -> el("td", key)),
        RankingView.figure(CountWords.number(number)),
        when(shares, RankingView.figure(CountWords.percent((double) number / Math.max(1, all)))));
  }
}
