package dev.blazon.api.page;

import static dev.blazon.api.page.Html.all;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.link;
import static dev.blazon.api.page.Html.text;

import dev.blazon.api.page.Shell.About;
import dev.blazon.api.stats.CountWords;
import dev.blazon.count.RankedProject;
import dev.blazon.count.RankingList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The page about the most downloaded projects. */
final class TopView {

  private static final Map<RankingList, String> PERIODS =
      Map.of(
          RankingList.DAY, "on the newest day",
          RankingList.WEEK, "in the newest 7 days",
          RankingList.MONTH, "in the newest 30 days",
          RankingList.ALL, "since counting began");

  private final RankingQuery query;
  private final RankingAnswers answers;

  private TopView(RankingQuery query, RankingAnswers answers) {
    this.query = query;
    this.answers = answers;
  }

  static PageAnswer of(Site site, RankingQuery query, RankingAnswers answers) {
    TopView view = new TopView(query, answers);
    String period = PERIODS.get(query.list());
    return Shell.page(
            site,
            About.view(
                "Most downloaded projects · Blazon",
                "The most downloaded projects of the Python Package Index " + period + ".",
                query.address()),
            el("h1", "Most downloaded projects"),
            el(
                "p.lead",
                text("The 1,000 projects of PyPI that were downloaded most " + period + ". "),
                link("/rising", "Which ones are rising?")),
            new RankingView(query, answers)
                .html(RankingQuery.TOP, view::table, text("No project was downloaded.")))
        .forAMinute();
  }

  private Html table(List<RankedProject> places) {
    Optional<RankingList> longer =
        RankingAnswers.longer(query.list()).filter(list -> !answers.elsewhere().isEmpty());
    List<String> heads =
        longer
            .map(
                list ->
                    List.of(
                        "Downloads", "Place: " + RankingView.name(list).toLowerCase(Locale.ROOT)))
            .orElse(List.of("Downloads"));
    return RankingView.table(
        "Most downloaded projects",
        heads,
        places,
        row ->
            all(
                RankingView.figure(CountWords.number(row.downloads())),
                longer.map(list -> elsewhere(row)).orElseGet(Html::none)));
  }

  /** The place in a longer period, and how much better or worse this one is. */
  private Html elsewhere(RankedProject project) {
    Integer place = answers.elsewhere().get(project.project());
    if (place == null) {
      return RankingView.figure("–");
    }
    int up = place - project.place();
    String change = up == 0 ? "" : (up > 0 ? "▲ " : "▼ ") + CountWords.number(Math.abs(up));
    return el("td.figure", text(CountWords.number(place) + " "), el("span.moved", change));
  }
}
