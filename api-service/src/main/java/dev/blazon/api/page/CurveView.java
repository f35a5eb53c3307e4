package dev.blazon.api.page;

import static dev.blazon.api.page.Html.attr;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.link;
import static dev.blazon.api.page.Html.text;
import static dev.blazon.api.page.Html.when;

import dev.blazon.api.stats.CountWords;
import dev.blazon.count.Basis;
import dev.blazon.count.DayRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The curve of a project's downloads: the chart, what it rests on, and the text to paste. */
final class CurveView {

  /** As wide as READMEs are shown at most. */
  private static final int WIDTH = 800;

  private static final int HEIGHT = 360;

  /** A phone shows a chart of its own, since in a smaller one the letters were too small. */
  private static final int PHONE_WIDTH = 360;

  private static final int PHONE_HEIGHT = 300;

  /** As many parts as the words for readers who do not see the chart name. */
  private static final int NAMED_PARTS = 3;

  /** As many versions as the values under the pointer name. */
  private static final int POINTED_PARTS = 5;

  private CurveView() {}

  static Html of(Site site, ProjectAddress address, ProjectNumbers.Counted numbers) {
    CurveChoice choice = address.choice();
    DayRange days =
        numbers
            .span()
            .map(span -> span.basis().days())
            .orElseGet(() -> choice.range(numbers.newest()));
    return el(
        "figure.curve",
        attr("data-total", address.numbers(days, Breakdown.TOTAL, List.of(), "")),
        when(lines(address, numbers, days), lines -> attr("data-lines", lines)),
        attr("data-by", choice.by().word()),
        el(
            "div.plot",
            el(
                "picture",
                source(address.chart(PHONE_WIDTH, PHONE_HEIGHT)),
                el(
                    "img",
                    attr("src", address.chart(WIDTH, HEIGHT)),
                    attr("width", Integer.toString(WIDTH)),
                    attr("height", Integer.toString(HEIGHT)),
                    attr("alt", alt(address, numbers))))),
        el(
            "figcaption",
            when(
                numbers.span(),
                span -> BasisWords.of(span.basis(), choice.measure(), numbers.breaks())),
            el(
                "p.take",
                text("All numbers of this chart: "),
                link(address.numbers(days, choice.by(), choice.globs(), "csv"), "CSV"),
                text(" · "),
                link(address.numbers(days, choice.by(), choice.globs(), ""), "JSON"),
                text(" · "),
                link(address.chart(WIDTH, HEIGHT), "the chart as a picture")),
            SnippetBox.html(
                "snippet-chart",
                "this chart as " + address.snippet().title(),
                snippet(site, address))));
  }

  private static Html source(String chart) {
    return el(
        "source",
        attr("media", "(max-width: 40rem)"),
        attr("srcset", chart),
        attr("width", Integer.toString(PHONE_WIDTH)),
        attr("height", Integer.toString(PHONE_HEIGHT)));
  }

  /** The text to paste: the chart exactly as it is shown, with a link to this page. */
  private static String snippet(Site site, ProjectAddress address) {
    return address
        .snippet()
        .of(
            site.base() + address.chart(WIDTH, HEIGHT),
            title(address),
            site.base() + address.with(Snippet.MARKDOWN).page());
  }

  /** As in {@code Downloads of requests by version}. */
  static String title(ProjectAddress address) {
    CurveChoice choice = address.choice();
    return "Downloads of "
        + address.name().written()
        + (choice.by() == Breakdown.TOTAL ? "" : " by " + choice.by().inWords())
        + (choice.globs().isEmpty() ? "" : " (" + String.join(", ", choice.globs()) + ")");
  }

  /** The essentials, for readers who do not see the chart. */
  private static String alt(ProjectAddress address, ProjectNumbers.Counted numbers) {
    CurveChoice choice = address.choice();
    StringBuilder words = new StringBuilder(title(address));
    numbers
        .span()
        .ifPresent(
            span -> {
              Basis basis = span.basis();
              words
                  .append(" from ")
                  .append(CountWords.day(basis.days().first()))
                  .append(" to ")
                  .append(CountWords.day(basis.days().last()));
              if (choice.globs().isEmpty()) {
                words.append(": ").append(CountWords.number(span.downloads())).append(" in all");
              }
            });
    table(numbers, choice.by())
        .filter(table -> !table.rows().isEmpty())
        .ifPresent(
            table ->
                words
                    .append("; most by ")
                    .append(
                        table.rows().stream()
                            .limit(NAMED_PARTS)
                            .map(
                                row ->
                                    table.by().shown(row.name())
                                        + " ("
                                        + Numerals.share(row.downloads(), table.total())
                                        + ")")
                            .collect(Collectors.joining(", "))));
    return words.append(". The tables below have the numbers.").toString();
  }

  private static Optional<ShareTable> table(ProjectNumbers.Counted numbers, Breakdown by) {
    return numbers.tables().stream().filter(table -> table.by() == by).findFirst();
  }

  /** The numbers of the largest lines, for the values under the pointer. */
  private static Optional<String> lines(
      ProjectAddress address, ProjectNumbers.Counted numbers, DayRange days) {
    Breakdown by = address.choice().by();
    if (by != Breakdown.VERSION) {
      return by == Breakdown.TOTAL
          ? Optional.empty()
          : Optional.of(address.numbers(days, by, List.of(), ""));
    }
    List<String> largest =
        table(numbers, by).stream()
            .flatMap(table -> table.rows().stream())
            .map(ShareTable.Row::name)
            .filter(CurveChoice::isGlob)
            .limit(POINTED_PARTS)
            .toList();
    return largest.isEmpty()
        ? Optional.empty()
        : Optional.of(address.numbers(days, by, largest, ""));
  }
}
