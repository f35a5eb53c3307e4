package dev.blazon.api.page;

import static dev.blazon.api.page.Html.all;
import static dev.blazon.api.page.Html.attr;
import static dev.blazon.api.page.Html.each;
import static dev.blazon.api.page.Html.el;
import static dev.blazon.api.page.Html.link;
import static dev.blazon.api.page.Html.text;
import static dev.blazon.api.page.Html.when;

import dev.blazon.api.compare.ComparedProject;
import dev.blazon.api.compare.ComparedProject.Counted;
import dev.blazon.api.compare.ComparedProject.Impossible;
import dev.blazon.api.compare.ComparedProject.Unanswered;
import dev.blazon.api.compare.ComparedProject.Uncertain;
import dev.blazon.api.compare.ComparedProject.Unknown;
import dev.blazon.api.compare.SideBySide;
import dev.blazon.api.stats.CountWords;
import dev.blazon.count.Comparison;
import dev.blazon.count.DayRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The table of projects side by side, and what must be said about its numbers. */
final class CompareTable {

  private static final int HUNDRED = 100;

  private final SideBySide compared;
  private final long sum;
  private final boolean hasChange;

  CompareTable(SideBySide compared) {
    this.compared = compared;
    this.sum = compared.sum();
    this.hasChange = compared.query().window().days().isPresent();
  }

  /** The table; at least one project must have been counted. */
  Html html() {
    List<Counted> counted = compared.counted();
    return all(
        el(
            "div.scroll",
            attr("tabindex", "0"),
            attr("role", "region"),
            attr("aria-label", "Downloads of the projects"),
            el(
                "table.ranking",
                el("thead", head()),
                el("tbody", each(counted, this::row)),
                when(counted.size() > 1, el("tfoot", together())))),
        notes());
  }

  private Html head() {
    List<String> heads = new ArrayList<>();
    heads.add(
        hasChange
            ? "Downloads in " + compared.query().window().word() + " days"
            : "Downloads in all these days");
    heads.add("Share");
    if (hasChange) {
      heads.add("Change");
    }
    heads.addAll(List.of("Last day", "All time"));
    return el(
        "tr",
        el("th", attr("scope", "col"), text("Project")),
        each(heads, head -> el("th.figure", attr("scope", "col"), text(head))));
  }

  private Html row(Counted project) {
    return el(
        "tr",
        el("th", attr("scope", "row"), link(ProjectPath.of(project.name()), project.name())),
        RankingView.figure(CountWords.number(project.sum())),
        el("td.figure", share(project.sum())),
        when(hasChange, RankingView.figure(change(project.change()))),
        RankingView.figure(
            project.lastDay().map(day -> CountWords.number(project.onLastDay())).orElse("–")),
        RankingView.figure(
            project.allTime().isPresent()
                ? CountWords.number(project.allTime().getAsLong())
                : "not known"));
  }

  /** In words and as a bar, which says the same. */
  private Html share(long downloads) {
    if (sum == 0) {
      return text("–");
    }
    double share = (double) downloads / sum;
    return all(
        text(CountWords.percent(share)),
        el(
            "svg.bar",
            attr("aria-hidden", "true"),
            attr("width", "100%"),
            attr("height", "4"),
            el(
                "rect",
                attr("height", "4"),
                attr("width", String.format(Locale.ROOT, "%.2f%%", HUNDRED * share)))));
  }

  private static String change(Comparison change) {
    if (change instanceof Comparison.Change both) {
      return both.percent().map(CountWords::change).orElse(both.now() > 0 ? "new" : "–");
    }
    return change instanceof Comparison.AcrossBreak ? "counting changed" : "–";
  }

  private Html together() {
    return el(
        "tr",
        el("th", attr("scope", "row"), text("Together")),
        RankingView.figure(CountWords.number(sum)),
        RankingView.figure(""),
        when(hasChange, RankingView.figure("")),
        RankingView.figure(""),
        RankingView.figure(""));
  }

  private Html notes() {
    List<String> notes = new ArrayList<>();
    DayRange days = compared.days().orElseThrow();
    notes.add(
        "The days are "
            + CountWords.days(days)
            + " (UTC). "
            + CountWords.basis(first().basis(), compared.query().measure()));
    compared
        .breaks()
        .forEach(
            next ->
                notes.add(
                    "Counting changed on "
                        + CountWords.day(next.day())
                        + ": "
                        + next.reason()
                        + " Numbers before and after do not compare."));
    acrossBreak().ifPresent(notes::add);
    notes.addAll(missing(days));
    for (Counted project : compared.counted()) {
      if (project.basis().measure() != first().basis().measure()) {
        notes.add(project.name() + ": " + CountWords.measure(project.basis().measure()) + ".");
      }
    }
    return el("ul.notes", each(notes, note -> el("li", note)));
  }

  private Counted first() {
    return compared.counted().get(0);
  }

  private Optional<String> acrossBreak() {
    return compared.counted().stream()
        .map(Counted::change)
        .filter(Comparison.AcrossBreak.class::isInstance)
        .map(change -> ((Comparison.AcrossBreak) change).change())
        .findFirst()
        .map(
            change ->
                "The change to the days before is not shown: it would reach across "
                    + CountWords.day(change.day())
                    + ", when counting changed.");
  }

  /** Projects with the same gaps are named together: most gaps are those of all. */
  private List<String> missing(DayRange days) {
    Map<Integer, List<String>> known = new TreeMap<>();
    for (Counted project : compared.counted()) {
      known.computeIfAbsent(project.days().size(), size -> new ArrayList<>()).add(project.name());
    }
    known.remove(days.length());
    return known.entrySet().stream()
        .map(
            next ->
                CountWords.list(next.getValue())
                    + ": "
                    + CountWords.number(next.getKey())
                    + " of "
                    + CountWords.counted(days.length(), "day")
                    + " are known; a missing day is not a day without downloads.")
        .toList();
  }

  /** Why projects are not in the table. */
  static Html without(SideBySide compared) {
    return each(
        compared.projects().stream().filter(next -> !(next instanceof Counted)).toList(),
        CompareTable::without);
  }

  private static Html without(ComparedProject project) {
    return el("p.card.notice", el("strong", project.name()), text(why(project)));
  }

  private static String why(ComparedProject project) {
    if (project instanceof Impossible) {
      return " cannot be the name of a project: names are made of letters, digits, and . _ - in"
          + " between.";
    }
    if (project instanceof Unknown) {
      return ": PyPI knows no such project. Perhaps a slip of the keyboard?";
    }
    if (project instanceof Uncertain) {
      return ": no download of it was counted, and PyPI does not say now whether it exists.";
    }
    return project instanceof Unanswered unanswered
        ? ": " + CountWords.why(unanswered.reason())
        : ": PyPI knows it, and no download of it was counted yet.";
  }
}
