package dev.blazon.api.chart;

import dev.blazon.api.question.Provenance;
import dev.blazon.api.stats.CountWords;
import dev.blazon.chart.Caption;
import dev.blazon.chart.ChartLine;
import dev.blazon.chart.wire.ChartTexts;
import dev.blazon.count.Basis;
import dev.blazon.count.CountingBreak;
import dev.blazon.count.DayRange;
import dev.blazon.count.Interval;
import dev.blazon.count.Measure;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The words around a chart: its title, what is counted, and the chart in a few sentences. */
final class ChartWords {

  private final WantedChart wanted;
  private final Provenance about;
  private final Basis basis;

  ChartWords(WantedChart wanted, Provenance about, Basis basis) {
    this.wanted = wanted;
    this.about = about;
    this.basis = basis;
  }

  /** The words of a chart without numbers. */
  static Caption ofMessage(String project, String words) {
    String title = project + ": downloads";
    return ChartTexts.caption(title, "", title + ". " + words);
  }

  /** The words of a chart over time. */
  Caption overTime(Interval interval, Stretches stretches, Part whole, List<Part> parts) {
    String each = "a " + interval.word();
    DayRange days = stretches.days();
    StringBuilder text = new StringBuilder();
    text.append(title()).append(", ").append(each).append(", from ").append(days.first());
    text.append(" to ").append(days.last()).append(". ");
    appendExtremes(text, stretches, whole);
    appendShares(text, whole, parts);
    // Gaps are drawn, so the note need not tell them, and fits into a narrow chart.
    return caption("Downloads " + each, "", text);
  }

  /** The words of a chart of shares. */
  Caption shares(DayRange days, Part whole, List<Part> parts) {
    StringBuilder text = new StringBuilder();
    text.append(title()).append(", from ").append(days.first()).append(" to ");
    text.append(days.last())
        .append(": ")
        .append(CountWords.number(whole.total()))
        .append(" in all. ");
    appendShares(text, whole, parts);
    int missing = Provenance.missingDays(basis);
    String gaps = missing > 0 ? ", " + missing(missing) : "";
    return caption("Downloads from " + days.first(), gaps, text);
  }

  private Caption caption(String what, String gaps, StringBuilder text) {
    for (CountingBreak next : about.breaks()) {
      text.append("Counting changed on ").append(next.day()).append(": ");
      text.append(next.reason()).append(' ');
    }
    int missing = Provenance.missingDays(basis);
    if (missing > 0) {
      text.append(missing(missing)).append('.');
    }
    return ChartTexts.caption(title(), note(what, gaps), text.toString().strip());
  }

  private String title() {
    String project = wanted.project().normalized();
    if (!wanted.split().globs().isEmpty()) {
      return project + ": downloads of " + String.join(", ", wanted.split().globs());
    }
    return project + ": downloads" + wanted.split().by().map(by -> " by " + word(by)).orElse("");
  }

  private static String word(String by) {
    return by.equals("python") ? "Python" : by;
  }

  private String note(String what, String gaps) {
    String mirrors =
        basis.measure() == Measure.WITHOUT_MIRRORS ? " without mirrors" : " with mirrors";
    return what
        + mirrors
        + ", until "
        + basis.days().last()
        + gaps
        + " · "
        + CountWords.credit(basis.sources());
  }

  private static String missing(int days) {
    return days == 1 ? "1 day is missing" : days + " days are missing";
  }

  private static void appendExtremes(StringBuilder text, Stretches stretches, Part whole) {
    long[] numbers = stretches.numbers(whole.downloads());
    List<LocalDate> dates = stretches.dates();
    int highest = -1;
    int last = -1;
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] != ChartLine.MISSING) {
        last = i;
        highest = highest < 0 || numbers[i] > numbers[highest] ? i : highest;
      }
    }
    if (last >= 0) {
      text.append("The most are ").append(CountWords.number(numbers[highest])).append(" on ");
      text.append(dates.get(highest)).append("; the last are ");
      text.append(CountWords.number(numbers[last]))
          .append(" on ")
          .append(dates.get(last))
          .append(". ");
    }
  }

  private static void appendShares(StringBuilder text, Part whole, List<Part> parts) {
    if (parts.size() > 1 && whole.total() > 0) {
      text.append(
          parts.stream()
              .map(
                  part ->
                      part.name() + " " + CountWords.percent((double) part.total() / whole.total()))
              .collect(Collectors.joining(", ", "Shares: ", ". ")));
    }
  }
}
