package dev.blazon.api.page;

import static dev.blazon.api.page.Html.all;
import static dev.blazon.api.page.Html.attr;
import static dev.blazon.api.page.Html.each;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.link;
import static dev.blazon.api.page.Html.none;
import static dev.blazon.api.page.Html.text;
import static dev.blazon.api.page.Html.when;

import dev.blazon.count.CountAnswer;
import dev.blazon.count.DayRange;
import java.util.Optional;

/**
 * The part of a project's page about its downloads: numbers, or a kind word why there are none. A
 * script replaces this part alone when the reader chooses something else.
 */
final class DownloadsView {

  private DownloadsView() {}

  static Html of(Site site, ProjectAddress address, ProjectNumbers numbers) {
    Html content = content(site, address, numbers);
    return el(
        "div.counts",
        attr("id", "numbers"),
        when(isComing(numbers), attr("data-coming", address.page())),
        content);
  }

  /** Whether the numbers are on their way, so that asking again soon makes sense. */
  static boolean isComing(ProjectNumbers numbers) {
    return numbers instanceof ProjectNumbers.Unanswered unanswered
        && unanswered.reason() == CountAnswer.Reason.COMING;
  }

  private static Html content(Site site, ProjectAddress address, ProjectNumbers numbers) {
    if (numbers instanceof ProjectNumbers.Counted counted) {
      return counted(site, address, counted);
    }
    return numbers instanceof ProjectNumbers.Nothing nothing
        ? notice(
            "No downloads yet",
            text(
                nothing.isCounted()
                    ? "Nobody has downloaded this project on the days that are counted. A day is"
                        + " counted when it is over, so the first numbers of a new project appear a"
                        + " day or two after its release."
                    : "No day of this project is counted yet. The first numbers appear a day or two"
                        + " after its release."))
        : unanswered(address, ((ProjectNumbers.Unanswered) numbers).reason());
  }

  private static Html counted(Site site, ProjectAddress address, ProjectNumbers.Counted numbers) {
    Optional<DayRange> days = numbers.span().map(span -> span.basis().days());
    return all(
        FiguresView.of(numbers),
        el(
            "section",
            attr("aria-labelledby", "downloads"),
            el("h2", attr("id", "downloads"), text("Downloads")),
            el("div.drawn", CurveView.of(site, address, numbers), FilterView.of(address)),
            el("div.shares", each(numbers.tables(), table -> ShareView.of(address, table, days)))));
  }

  private static Html unanswered(ProjectAddress address, CountAnswer.Reason reason) {
    return switch (reason) {
      case OFF -> none();
      case COMING ->
          notice(
              "Its downloads are being counted",
              all(
                  text(
                      "You are the first to ask for them here, so they are being fetched now. That"
                          + " takes some seconds. "),
                  again(address)));
      case UNKNOWN ->
          notice("No numbers", text("The source of this project’s counts does not tell them."));
      case BUSY, SLOW, FAILED ->
          notice(
              "The numbers are not there now",
              all(text("They cannot be read at the moment; they are not lost. "), again(address)));
    };
  }

  private static Html again(ProjectAddress address) {
    return all(link(address.page(), "Load this page again"), text("."));
  }

  private static Html notice(String title, Html words) {
    return el("section.card.notice", attr("role", "status"), el("h2", title), el("p", words));
  }
}
