package dev.blazon.api.compare;

import dev.blazon.api.compare.ComparedProject.Counted;
import dev.blazon.api.stats.CountWords;
import dev.blazon.chart.Caption;
import dev.blazon.chart.Chart;
import dev.blazon.chart.ChartLine;
import dev.blazon.chart.ChartMark;
import dev.blazon.chart.MessageChart;
import dev.blazon.chart.TimeChart;
import dev.blazon.chart.wire.ChartExchange;
import dev.blazon.chart.wire.ChartTexts;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Interval;
import dev.blazon.count.Measure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes one chart of several projects. */
public final class ComparisonChart {

  /** Two points make a line. */
  private static final int FEWEST = 2;

  private final SideBySide compared;
  private final List<Counted> projects;

  private ComparisonChart(SideBySide compared) {
    this.compared = compared;
    this.projects =
        compared.counted().stream().filter(project -> !project.days().isEmpty()).toList();
  }

  /** The chart of a comparison; a message if there is nothing to draw. */
  public static Chart of(SideBySide compared) {
    return new ComparisonChart(compared).chart();
  }

  /** The words of that chart. */
  public static Caption caption(SideBySide compared) {
    return new ComparisonChart(compared).caption();
  }

  private Chart chart() {
    if (projects.isEmpty()) {
      return new MessageChart(caption(), nothing());
    }
    DayRange window = compared.days().orElseThrow();
    Interval interval = interval();
    List<Day> starts = starts(window, interval);
    Map<Day, Integer> places = new HashMap<>();
    starts.forEach(start -> places.put(start, places.size()));
    Set<Integer> odd = new HashSet<>();
    compared.suspects().forEach(day -> mark(odd, places.get(interval.start(day))));
    List<ChartLine> lines = new ArrayList<>();
    for (Counted project : projects) {
      lines.add(new ChartLine(project.name(), numbers(project, interval, starts, places, odd)));
    }
    return new TimeChart(
        caption(),
        lines.size() == 1 ? TimeChart.Form.AREA : TimeChart.Form.LINE,
        TimeChart.Interval.valueOf(interval.name()),
        starts.stream().map(Day::date).toList(),
        lines,
        compared.breaks().stream()
            .map(next -> new ChartMark(next.day().date(), "counting changed"))
            .toList(),
        odd);
  }

  private static void mark(Set<Integer> odd, Integer place) {
    if (place != null) {
      odd.add(place);
    }
  }

  /**
   * The wanted interval; a longer one if a chart cannot have so many numbers, and days if the
   * window has no two whole stretches.
   */
  private Interval interval() {
    DayRange window = compared.days().orElseThrow();
    Interval interval = compared.query().interval();
    while (interval != Interval.MONTH
        && starts(window, interval).size() > ChartExchange.MOST_STARTS) {
      interval = interval.longer();
    }
    return starts(window, interval).size() < FEWEST ? Interval.DAY : interval;
  }

  /** The stretches that lie in the window as a whole: the sum of a part would look like a fall. */
  private static List<Day> starts(DayRange window, Interval interval) {
    List<Day> starts = new ArrayList<>();
    Day start = interval.start(window.first());
    while (!start.isAfter(window.last())) {
      Day next = interval.next(start);
      if (!start.isBefore(window.first()) && !next.minus(1).isAfter(window.last())) {
        starts.add(start);
      }
      start = next;
    }
    return starts;
  }

  /**
   * The sums of a project by stretch. Where its days begin or end within a stretch, that is not
   * shown; a gap within one makes it odd.
   */
  private static long[] numbers(
      Counted project,
      Interval interval,
      List<Day> starts,
      Map<Day, Integer> places,
      Set<Integer> odd) {
    long[] sums = new long[starts.size()];
    int[] known = new int[starts.size()];
    for (int i = 0; i < project.days().size(); i++) {
      Integer place = places.get(interval.start(project.days().get(i)));
      if (place != null) {
        sums[place] += project.downloads()[i];
        known[place]++;
      }
    }
    Day first = project.days().get(0);
    Day last = project.lastDay().orElse(first);
    for (int place = 0; place < sums.length; place++) {
      Day start = starts.get(place);
      Day end = interval.next(start).minus(1);
      boolean isCut = first.isAfter(start) || last.isBefore(end);
      if (known[place] == 0 || (isCut && known[place] < length(start, end))) {
        sums[place] = ChartLine.MISSING;
      } else if (known[place] < length(start, end)) {
        odd.add(place);
      }
    }
    return sums;
  }

  private static int length(Day start, Day end) {
    return new DayRange(start, end).length();
  }

  private Caption caption() {
    String names = names();
    if (projects.isEmpty()) {
      return ChartTexts.caption(
          names.isEmpty() ? "Downloads" : names + ": downloads", "", nothing());
    }
    return ChartTexts.caption(names + ": downloads a " + interval().word(), note(), description());
  }

  /** As in {@code a, b and c}; only the first of many. */
  private String names() {
    return CountWords.few(
        (projects.isEmpty() ? compared.projects() : projects)
            .stream().map(ComparedProject::name).toList());
  }

  private String note() {
    boolean mirrors =
        projects.stream().anyMatch(next -> next.basis().measure() != Measure.WITHOUT_MIRRORS);
    List<String> sources =
        projects.stream().flatMap(next -> next.basis().sources().stream()).distinct().toList();
    return "Downloads a "
        + interval().word()
        + (mirrors ? " with mirrors" : " without mirrors")
        + ", until "
        + compared.days().orElseThrow().last()
        + " · "
        + CountWords.credit(sources);
  }

  private String description() {
    long sum = compared.sum();
    StringBuilder text = new StringBuilder("Downloads from ");
    text.append(CountWords.days(compared.days().orElseThrow())).append(". ");
    text.append(
        projects.stream()
            .map(project -> project.name() + ": " + amount(project.sum(), sum))
            .collect(Collectors.joining("; ", "", ".")));
    compared
        .breaks()
        .forEach(
            next ->
                text.append(" Counting changed on ")
                    .append(CountWords.day(next.day()))
                    .append('.'));
    return text.toString();
  }

  private String amount(long downloads, long sum) {
    String number = CountWords.number(downloads);
    return projects.size() > 1 && sum > 0
        ? number + " (" + CountWords.percent((double) downloads / sum) + ")"
        : number;
  }

  /** Why nothing is drawn, in the words of the first project that says why. */
  private String nothing() {
    return compared.projects().stream()
        .filter(ComparedProject.Unanswered.class::isInstance)
        .map(project -> CountWords.why(((ComparedProject.Unanswered) project).reason()))
        .findFirst()
        .orElse(
            compared.query().names().isEmpty()
                ? "Name projects to compare, as in /chart/requests,httpx.svg"
                : "No downloads of these projects were counted.");
  }
}
