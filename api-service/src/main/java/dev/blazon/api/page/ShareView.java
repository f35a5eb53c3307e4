package dev.blazon.api.page;

import static dev.blazon.api.page.Html.all;
import static dev.blazon.api.page.Html.attr;
import static dev.blazon.api.page.Html.each;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.link;
import static dev.blazon.api.page.Html.text;
import static dev.blazon.api.page.Html.when;

import dev.blazon.api.page.ShareTable.Row;
import dev.blazon.api.stats.CountWords;
import dev.blazon.count.DayRange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A table of the largest parts of a project's downloads, with their shares. */
final class ShareView {

  /** As many as are seen at a glance. */
  private static final int TOP = 7;

  private ShareView() {}

  static Html of(ProjectAddress address, ShareTable table, Optional<DayRange> days) {
    String id = "by-" + table.by().word();
    return el(
        "section.share",
        attr("aria-labelledby", id),
        el("h3", attr("id", id), text("By " + table.by().inWords())),
        table.rows().isEmpty() ? nothing(table) : rows(address, table, days));
  }

  private static Html nothing(ShareTable table) {
    return el(
        "p.note",
        table.isKnown()
            ? "No downloads in this time."
            : "Not known: the source of these counts does not say, or not now.");
  }

  private static Html rows(ProjectAddress address, ShareTable table, Optional<DayRange> days) {
    int top = table.parts() <= TOP + 1 ? TOP + 1 : TOP;
    List<Row> first = table.rows().subList(0, Math.min(top, table.rows().size()));
    List<Row> others = table.rows().subList(first.size(), table.rows().size());
    int hidden = table.parts() - first.size();
    return all(
        el(
            "table",
            head(table),
            each(first, row -> row(address, table, row)),
            when(
                hidden > 0,
                el(
                    "tr.rest",
                    el("th", attr("scope", "row"), text(CountWords.number(hidden) + " others")),
                    cells(table.rest(first.size()), table.total())))),
        when(
            hidden > 0,
            el(
                "details",
                el("summary", "The next " + CountWords.number(others.size())),
                el("table", head(table), each(others, row -> row(address, table, row))),
                when(
                    hidden > others.size(),
                    el(
                        "p.note",
                        text("All " + CountWords.number(table.parts()) + " are in the "),
                        when(
                            days,
                            range ->
                                link(
                                    address.numbers(
                                        range, table.by(), address.choice().globs(), "csv"),
                                    "CSV file")),
                        text("."))))));
  }

  private static Html head(ShareTable table) {
    return el(
        "tr", heading(table.by().title()), el("td.part"), heading("Share"), heading("Downloads"));
  }

  private static Html heading(String name) {
    return el("th", attr("scope", "col"), text(name));
  }

  private static Html row(ProjectAddress address, ShareTable table, Row row) {
    return el(
        "tr",
        el("th", attr("scope", "row"), name(address, table.by(), row)),
        cells(row.downloads(), table.total()));
  }

  /** A version's name leads to its own curve. */
  private static Html name(ProjectAddress address, Breakdown by, Row row) {
    String shown = by.shown(row.name());
    if (by != Breakdown.VERSION || !CurveChoice.isGlob(row.name())) {
      return text(shown);
    }
    return el(
        "a",
        attr("href", address.with(address.choice().only(row.name())).curve()),
        attr("rel", "nofollow"),
        text(shown));
  }

  private static Html cells(long downloads, long total) {
    return all(
        el("td.part", bar(downloads, total)),
        el("td", Numerals.share(downloads, total)),
        el("td", CountWords.number(downloads)));
  }

  /** A drawing, since the pages' policy allows no widths in styles. */
  private static Html bar(long downloads, long total) {
    double percent = total == 0 ? 0 : 100.0 * downloads / total;
    return el(
        "svg",
        attr("viewBox", "0 0 100 10"),
        attr("preserveAspectRatio", "none"),
        attr("aria-hidden", "true"),
        el(
            "rect",
            attr("width", String.format(Locale.ROOT, "%.1f", percent)),
            attr("height", "10")));
  }
}
