package dev.blazon.api.page;

import static dev.blazon.api.page.Html.all;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.text;
import static dev.blazon.api.page.Html.when;

import dev.blazon.api.stats.CountWords;
import dev.blazon.count.Comparison;
import dev.blazon.count.Rank;
import dev.blazon.count.Total;
import dev.blazon.count.Window;
import java.util.Optional;

/** The totals of a project's page: a day, a week, 30 days, all time, and its rank. */
final class FiguresView {

  private FiguresView() {}

  static Html of(ProjectNumbers.Counted numbers) {
    return el(
        "dl.figures",
        figure(numbers, Window.DAY, Numerals.weekday(numbers.newest()), "on the day before"),
        figure(numbers, Window.WEEK, "7 days", "on the 7 days before"),
        figure(numbers, Window.MONTH, "30 days", "on the 30 days before"),
        figure(numbers, Window.ALL, "In all", ""),
        when(numbers.rank(), FiguresView::rank));
  }

  private static Html figure(
      ProjectNumbers.Counted numbers, Window window, String name, String before) {
    Optional<Total> total = Optional.ofNullable(numbers.windows().get(window));
    return el(
        "div.figure",
        el("dt", name),
        el(
            "dd",
            total
                .map(known -> number(known.downloads()))
                .orElseGet(() -> el("span.number", "unknown")),
            total.isEmpty()
                ? el("span.note", "the source knows the newest days only")
                : window == Window.ALL
                    ? since(total.get())
                    : comparison(numbers.comparisons().get(window), before)));
  }

  private static Html number(long downloads) {
    String brief = Numerals.brief(downloads);
    String full = CountWords.number(downloads);
    return all(
        el("span.number", brief), when(!brief.equals(full), el("span.digits", full)), text(" "));
  }

  private static Html since(Total total) {
    return el("span.note", "since " + CountWords.day(total.basis().days().first()));
  }

  private static Html comparison(Comparison comparison, String before) {
    if (comparison instanceof Comparison.AcrossBreak across) {
      return el(
          "span.note",
          "not compared: counting changed on " + CountWords.day(across.change().day()));
    }
    if (!(comparison instanceof Comparison.Change change) || change.percent().isEmpty()) {
      return el("span.note", "nothing known to compare with");
    }
    double percent = change.percent().get();
    String words = CountWords.change(percent);
    String direction = words.startsWith("+") ? "up" : words.startsWith("±") ? "even" : "down";
    return el("span.note", el("strong." + direction, words), text(" " + before));
  }

  private static Html rank(Rank rank) {
    return el(
        "div.figure",
        el("dt", "Rank, by 30 days"),
        el(
            "dd",
            el("span.number", "No. " + CountWords.number(rank.rank())),
            text(" "),
            el("span.note", "of " + CountWords.number(rank.projects()) + " projects")));
  }
}
