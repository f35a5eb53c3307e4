package dev.blazon.api.page;

import static dev.blazon.api.page.Html.all;
import static dev.blazon.api.page.Html.attr;
import static dev.blazon.api.page.Html.each;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.link;
import static dev.blazon.api.page.Html.none;
import static dev.blazon.api.page.Html.text;
import static dev.blazon.api.page.Html.when;

import dev.blazon.api.compare.CompareQuery;
import dev.blazon.api.compare.CompareWindow;
import dev.blazon.api.stats.CountWords;
import dev.blazon.count.Basis;
import dev.blazon.count.CountAnswer;
import dev.blazon.count.Ledger;
import dev.blazon.count.Measure;
import dev.blazon.count.RankedProject;
import dev.blazon.count.RankingList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What the pages with rankings have in common: choices, days, the way through the places. */
final class RankingView {

  private static final Map<RankingList, String> NAMES =
      Map.of(
          RankingList.DAY, "Day",
          RankingList.WEEK, "Week",
          RankingList.MONTH, "Month",
          RankingList.ALL, "All time",
          RankingList.GROWING, "Growing fastest",
          RankingList.RISEN, "Newly risen");

  private final RankingQuery query;
  private final RankingAnswers answers;

  RankingView(RankingQuery query, RankingAnswers answers) {
    this.query = query;
    this.answers = answers;
  }

  static String name(RankingList list) {
    return NAMES.get(list);
  }

  /**
   * The choices, and below them the places or why there are none.
   *
   * @param nothing says why a ranking has no places
   */
  Html html(List<RankingList> lists, Function<List<RankedProject>, Html> table, Html nothing) {
    return all(choices(lists), el("section", attr("aria-label", "Ranking"), body(table, nothing)));
  }

  private Html body(Function<List<RankedProject>, Html> table, Html nothing) {
    if (answers.ledger() instanceof CountAnswer.Unanswered<Ledger> none) {
      return notice(text(CountWords.why(none.reason())));
    }
    if (answers.places() instanceof CountAnswer.Unanswered<List<RankedProject>> none) {
      return notice(text(CountWords.why(none.reason())));
    }
    Optional<Basis> basis = basis();
    if (basis.isEmpty()) {
      return notice(
          text(
              "A ranking needs the counts of all projects. This service has them only if its"
                  + " operator imports them every day ("),
          el("code", "BLAZON_STATS=daily"),
          text("), and no such day was imported yet. Single projects are counted all the same: "),
          link("/compare", "compare some"),
          text("."));
    }
    List<RankedProject> all = places();
    if (all.isEmpty()) {
      return all(rests(basis.get()), notice(nothing));
    }
    int from = Math.min((query.page() - 1) * RankingQuery.PLACES_A_PAGE, all.size());
    List<RankedProject> shown =
        all.subList(from, Math.min(from + RankingQuery.PLACES_A_PAGE, all.size()));
    return all(
        rests(basis.get()),
        shown.isEmpty()
            ? notice(text("The ranking has " + CountWords.number(all.size()) + " places."))
            : all(table.apply(shown), compare(shown)),
        pages(all.size()));
  }

  private List<RankedProject> places() {
    return answers.places().found().orElse(List.of());
  }

  /** What the ranking rests on; empty if no day was imported for all projects. */
  Optional<Basis> basis() {
    return answers.ledger().found().flatMap(ledger -> query.list().basis(ledger, query.measure()));
  }

  private Html rests(Basis basis) {
    return el("p", CountWords.basis(basis, query.measure()));
  }

  private static Html notice(Html... words) {
    return el("div.card.notice", el("p", words));
  }

  private Html choices(List<RankingList> lists) {
    return el(
        "div.choices",
        el(
            "nav.tabs",
            attr("aria-label", "Ranking"),
            each(lists, list -> tab(query.with(list).address(), name(list), list == query.list()))),
        el(
            "nav.tabs",
            attr("aria-label", "Mirrors"),
            tab(query.with(Measure.ALL).address(), "All downloads", query.measure() == Measure.ALL),
            tab(
                query.with(Measure.WITHOUT_MIRRORS).address(),
                "Without mirrors",
                query.measure() == Measure.WITHOUT_MIRRORS)));
  }

  private static Html tab(String address, String name, boolean isCurrent) {
    return el(
        "a", attr("href", address), when(isCurrent, attr("aria-current", "page")), text(name));
  }

  private static Html compare(List<RankedProject> shown) {
    List<String> first =
        shown.stream().limit(CompareQuery.MOST).map(RankedProject::project).toList();
    CompareQuery query =
        new CompareQuery(first, List.of(), CompareWindow.USUAL, Optional.empty(), Measure.ALL);
    return when(
        first.size() > 1,
        el(
            "p",
            link(
                "/compare?" + query.written(),
                "Compare the first " + first.size() + " of these over time")));
  }

  private Html pages(int places) {
    int pages = (places + RankingQuery.PLACES_A_PAGE - 1) / RankingQuery.PLACES_A_PAGE;
    return when(
        pages > 1 || query.page() > 1,
        el(
            "nav.tabs",
            attr("aria-label", "Places"),
            each(
                IntStream.rangeClosed(1, pages).boxed().toList(),
                page ->
                    tab(
                        query.at(page).address(),
                        ((page - 1) * RankingQuery.PLACES_A_PAGE + 1)
                            + "–"
                            + Math.min(page * RankingQuery.PLACES_A_PAGE, places),
                        page == query.page()))));
  }

  /** A table whose first column has places, the second projects. */
  static Html table(
      String name,
      List<String> heads,
      List<RankedProject> rows,
      Function<RankedProject, Html> cells) {
    return el(
        "div.scroll",
        attr("tabindex", "0"),
        attr("role", "region"),
        attr("aria-label", name),
        el(
            "table.ranking.places",
            el(
                "thead",
                el(
                    "tr",
                    el("th.place", attr("scope", "col"), text("Place")),
                    el("th", attr("scope", "col"), text("Project")),
                    each(heads, head -> el("th.figure", attr("scope", "col"), text(head))))),
            el(
                "tbody",
                each(
                    rows,
                    row ->
                        el(
                            "tr",
                            el("td.place", CountWords.number(row.place())),
                            el(
                                "th",
                                attr("scope", "row"),
                                link(ProjectPath.of(row.project()), row.project())),
                            cells.apply(row))))));
  }

  static Html figure(String words) {
    return words.isEmpty() ? el("td.figure", none()) : el("td.figure", words);
  }
}
