package dev.blazon.api.page;

import static dev.blazon.api.page.Html.all;
import static dev.blazon.api.page.Html.attr;
import static dev.blazon.api.page.Html.each;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.text;
import static dev.blazon.api.page.Html.when;

import dev.blazon.count.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The choices beside a project's curve. They are links, and a form for versions: no script. */
final class FilterView {

  private FilterView() {}

  /**
   * A choice.
   *
   * @param id of its link, which keeps the focus when something else is shown
   * @param choice what is shown after it
   */
  private record Option(String id, String name, CurveChoice choice) {}

  static Html of(ProjectAddress address) {
    CurveChoice now = address.choice();
    List<Option> days = new ArrayList<>();
    for (int count : CurveChoice.POSSIBLE_DAYS) {
      days.add(new Option(Integer.toString(count), count + " days", now.days(Optional.of(count))));
    }
    days.add(new Option("all", "All", now.days(Optional.empty())));
    return el(
        "div.filters",
        choices(
            address,
            "Split by",
            "by",
            List.of(Breakdown.values()).stream()
                .map(by -> new Option(by.word(), by.title(), now.by(by)))
                .toList()),
        versions(address),
        choices(address, "Time", "days", days),
        choices(
            address,
            "Steps",
            "interval",
            List.of(
                new Option("day", "Days", now.interval(Interval.DAY)),
                new Option("week", "Weeks", now.interval(Interval.WEEK)),
                new Option("month", "Months", now.interval(Interval.MONTH)))),
        choices(
            address,
            "Mirrors",
            "mirrors",
            List.of(
                new Option("true", "Counted", now.mirrors(true)),
                new Option("false", "Left out", now.mirrors(false)))));
  }

  private static Html choices(
      ProjectAddress address, String title, String id, List<Option> options) {
    String heading = "choose-" + id;
    return el(
        "nav.filter",
        attr("aria-labelledby", heading),
        el("h3", attr("id", heading), text(title)),
        el(
            "ul",
            each(
                options,
                option ->
                    el(
                        "li",
                        el(
                            "a",
                            attr("id", heading + "-" + option.id()),
                            attr("href", address.with(option.choice()).curve()),
                            attr("rel", "nofollow"),
                            when(
                                isShown(option.choice(), address.choice()),
                                attr("aria-current", "true")),
                            text(option.name()))))));
  }

  private static boolean isShown(CurveChoice option, CurveChoice now) {
    return option.by() == now.by()
        && option.days().equals(now.days())
        && option.shownInterval() == now.shownInterval()
        && option.mirrors() == now.mirrors();
  }

  private static Html versions(ProjectAddress address) {
    CurveChoice now = address.choice();
    return el(
        "form.filter.globs",
        attr("action", address.form()),
        attr("method", "get"),
        el("label", attr("for", "versions"), text("Only versions")),
        el(
            "input",
            attr("id", "versions"),
            attr("name", "versions"),
            attr("value", String.join(", ", now.globs())),
            attr("placeholder", "2.*, 3.0"),
            attr("autocomplete", "off"),
            attr("autocapitalize", "none"),
            attr("spellcheck", "false"),
            attr("maxlength", "200")),
        hidden("by", now.by() == Breakdown.VERSION ? now.by().word() : ""),
        hidden(
            "days", now.days().equals(Optional.of(CurveChoice.USUAL_DAYS)) ? "" : now.daysWord()),
        hidden("interval", now.interval().map(Interval::word).orElse("")),
        hidden("mirrors", now.mirrors() ? "" : "false"),
        hidden("snippet", address.snippetWord()),
        el("button", attr("type", "submit"), text("Show")),
        when(
            !now.globs().isEmpty(),
            all(
                text(" "),
                el(
                    "a.all",
                    attr("href", address.with(now.withoutGlobs()).curve()),
                    attr("rel", "nofollow"),
                    text("All versions")))));
  }

  private static Html hidden(String name, String value) {
    return when(
        !value.isEmpty(),
        el("input", attr("type", "hidden"), attr("name", name), attr("value", value)));
  }
}
