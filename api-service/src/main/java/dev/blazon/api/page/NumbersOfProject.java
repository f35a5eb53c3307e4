package dev.blazon.api.page;

import dev.blazon.api.stats.Deadline;
import dev.blazon.api.stats.Stats;
import dev.blazon.count.Comparison;
import dev.blazon.count.CountAnswer;
import dev.blazon.count.CountingBreak;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Filter;
import dev.blazon.count.Interval;
import dev.blazon.count.Ledger;
import dev.blazon.count.Measure;
import dev.blazon.count.Rank;
import dev.blazon.count.Series;
import dev.blazon.count.SeriesQuery;
import dev.blazon.count.Total;
import dev.blazon.count.TotalQuery;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the stats service for what a project's page shows: first for the totals, and, since the
 * newest day is known then, for everything else at once. Thread-safe.
 */
final class NumbersOfProject {

  /**
   * A page never waits longer for its numbers. Known ones take some milliseconds; a history that is
   * fetched for the first time takes about a second, and the page then says that it is coming.
   */
  private static final Duration PATIENCE = Duration.ofMillis(800);

  private static final List<Window> COMPARED = List.of(Window.DAY, Window.WEEK, Window.MONTH);

  private final Stats stats;

  NumbersOfProject(Stats stats) {
    this.stats = stats;
  }

  /** The answers to the first questions. */
  private record First(
      Map<Window, CountAnswer<Total>> totals, Optional<Rank> rank, List<CountingBreak> breaks) {

    Optional<Day> newest() {
      return totals.get(Window.DAY).found().map(day -> day.basis().days().last());
    }
  }

  /** The numbers; never fails. */
  Future<ProjectNumbers> find(ProjectName name, CurveChoice choice) {
    Deadline deadline = Deadline.in(PATIENCE);
    return first(name, choice.measure())
        .compose(
            first ->
                first.newest().isPresent()
                    ? counted(name, choice, first, first.newest().get(), deadline.left())
                    : Future.succeededFuture(without(first.totals().get(Window.DAY))));
  }

  private Future<First> first(ProjectName name, Measure measure) {
    Map<Window, Future<CountAnswer<Total>>> totals = new EnumMap<>(Window.class);
    for (Window window : Window.values()) {
      totals.put(window, stats.total(new TotalQuery(name, window, measure, Filter.NONE), PATIENCE));
    }
    Future<CountAnswer<Rank>> rank = stats.rank(name, Window.MONTH, measure, PATIENCE);
    Future<CountAnswer<Ledger>> ledger = stats.ledger(PATIENCE);
    List<Future<?>> all = new ArrayList<>(totals.values());
    all.add(rank);
    all.add(ledger);
    return Future.join(all)
        .map(
            answered -> {
              Map<Window, CountAnswer<Total>> found = new EnumMap<>(Window.class);
              totals.forEach((window, total) -> found.put(window, total.result()));
              return new First(
                  found,
                  rank.result().found(),
                  ledger.result().found().map(Ledger::breaks).orElse(List.of()));
            });
  }

  private static ProjectNumbers without(CountAnswer<Total> day) {
    return day instanceof CountAnswer.Unanswered<Total> unanswered
        ? new ProjectNumbers.Unanswered(unanswered.reason())
        : new ProjectNumbers.Nothing(((CountAnswer.NoDownloads<Total>) day).days().isPresent());
  }

  private Future<ProjectNumbers> counted(
      ProjectName name, CurveChoice choice, First first, Day newest, Duration within) {
    Future<CountAnswer<Series>> days =
        stats.series(name, Comparison.query(newest, choice.measure()), within);
    DayRange range = choice.range(newest);
    Future<CountAnswer<Series>> span = series(name, choice, Breakdown.TOTAL, range, within);
    List<Future<ShareTable>> tables = new ArrayList<>();
    for (Breakdown by : Breakdown.PARTS) {
      tables.add(series(name, choice, by, range, within).map(answer -> ShareTable.of(by, answer)));
    }
    List<Future<?>> all = new ArrayList<>(tables);
    all.add(days);
    all.add(span);
    return Future.join(all)
        .map(
            answered ->
                new ProjectNumbers.Counted(
                    newest,
                    windows(first),
                    comparisons(days.result().found(), first.breaks()),
                    first.rank(),
                    span.result()
                        .found()
                        .map(
                            series ->
                                new ProjectNumbers.Span(
                                    Arrays.stream(series.sums()).sum(), series.basis())),
                    breaks(span.result().found(), first.breaks()),
                    tables.stream().map(Future::result).toList()));
  }

  /** By month, since only the sums are shown: there may be thousands of versions. */
  private Future<CountAnswer<Series>> series(
      ProjectName name, CurveChoice choice, Breakdown by, DayRange range, Duration within) {
    return stats.series(
        name,
        new SeriesQuery(range, by.split(choice.globs()), Interval.MONTH, choice.measure()),
        within);
  }

  private static Map<Window, Total> windows(First first) {
    Map<Window, Total> windows = new EnumMap<>(Window.class);
    first
        .totals()
        .forEach((window, total) -> total.found().ifPresent(known -> windows.put(window, known)));
    return windows;
  }

  private static Map<Window, Comparison> comparisons(
      Optional<Series> days, List<CountingBreak> breaks) {
    Map<Window, Comparison> comparisons = new EnumMap<>(Window.class);
    for (Window window : COMPARED) {
      comparisons.put(
          window,
          days.map(series -> Comparison.of(series, window.days(), breaks))
              .orElseGet(Comparison.Unknown::new));
    }
    return comparisons;
  }

  private static List<CountingBreak> breaks(Optional<Series> span, List<CountingBreak> breaks) {
    return span.map(
            series -> breaks.stream().filter(next -> next.isWithin(series.basis().days())).toList())
        .orElse(List.of());
  }
}
