package dev.blazon.api.page;

import static dev.blazon.api.page.Html.all;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.link;
import static dev.blazon.api.page.Html.text;

import dev.blazon.api.page.Shell.About;
import dev.blazon.api.stats.CountWords;
import dev.blazon.count.Basis;
import dev.blazon.count.RankedProject;
import dev.blazon.count.RankingList;
import java.util.List;
import java.util.Locale;

/** The page about projects that grow, and about new ones. */
final class RisingView {

  private RisingView() {}

  static PageAnswer of(Site site, RankingQuery query, RankingAnswers answers) {
    boolean isGrowth = query.list() == RankingList.GROWING;
    RankingView view = new RankingView(query, answers);
    return Shell.page(
            site,
            About.view(
                "Rising projects · Blazon",
                isGrowth
                    ? "The projects of the Python Package Index whose downloads grow fastest."
                    : "The most downloaded new projects of the Python Package Index.",
                query.address()),
            el("h1", "Rising projects"),
            el(
                "p.lead",
                text(
                    isGrowth
                        ? "Projects whose downloads of two weeks grew most beside the two weeks"
                            + " before, among those that had 1,000 then. "
                        : "Projects that were first downloaded within 90 days, by their downloads"
                            + " in 30 days. "),
                link("/top", "The most downloaded of all")),
            view.html(
                RankingQuery.RISING,
                isGrowth ? RisingView::growing : RisingView::risen,
                text(isGrowth ? noGrowth(view) : noRisen())))
        .forAMinute();
  }

  private static Html growing(List<RankedProject> places) {
    return RankingView.table(
        "Projects that grow fastest",
        List.of("Downloads", "Before", "Growth"),
        places,
        row ->
            all(
                RankingView.figure(CountWords.number(row.downloads())),
                RankingView.figure(CountWords.number(row.before())),
                RankingView.figure(growth(row))));
  }

  /** As in {@code × 2.4}: a percentage of thousands is hard to read. */
  private static String growth(RankedProject project) {
    return project.before() == 0
        ? ""
        : String.format(Locale.ENGLISH, "× %,.1f", (double) project.downloads() / project.before());
  }

  private static Html risen(List<RankedProject> places) {
    return RankingView.table(
        "The most downloaded new projects",
        List.of("Downloads in 30 days"),
        places,
        row -> RankingView.figure(CountWords.number(row.downloads())));
  }

  private static String noGrowth(RankingView view) {
    return view.basis().filter(Basis::breaks).isPresent()
        ? "Counting changed within the days that would be compared, so nobody's growth is known"
            + " yet. Growth is never computed across such a day."
        : "No project grew, or too few days were imported: growth needs two whole weeks.";
  }

  private static String noRisen() {
    return "No project is new, or too few days were imported to know which ones are: that needs"
        + " 30 days before.";
  }
}
