package dev.blazon.api.chart;

import dev.blazon.api.question.DatedLedger;
import dev.blazon.api.question.Questions;
import dev.blazon.api.question.Turns;
import dev.blazon.api.stats.Deadline;
import dev.blazon.chart.Chart;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Measure;
import dev.blazon.count.SeriesQuery;
import dev.blazon.count.Total;
import dev.blazon.count.Window;
import io.vertx.core.Future;
import java.util.function.Supplier;

/**
 * Asks for the downloads of a chart, and makes it. A project that nobody has asked for before is
 * fetched first. Thread-safe.
 */
final class CountedCharts {

  /**
   * One series with many lines is in memory at a time, until its largest lines are chosen: that of
   * a project with 5,000 versions takes 7 MB for some milliseconds.
   */
  private static final int AT_ONCE = 1;

  private static final int WAITING = 128;

  /** As long as versions and categories are kept, unless the operator keeps them for longer. */
  private static final int USUALLY_KEPT = 180;

  private final Questions questions;
  private final Turns turns = new Turns(AT_ONCE, WAITING);

  CountedCharts(Questions questions) {
    this.questions = questions;
  }

  /**
   * The chart; words if there are no numbers.
   *
   * @return fails with {@link dev.blazon.api.question.RefusedException} if there are none now
   */
  Future<Chart> chart(WantedChart wanted, Deadline deadline) {
    // A project that was never asked for is fetched now, before it holds one of the turns.
    return questions
        .ledger(deadline)
        .compose(
            ledger ->
                questions
                    .total(wanted.project(), window(wanted), Measure.ALL, deadline)
                    .compose(
                        total ->
                            total.isPresent()
                                ? counted(wanted, ledger, total.get(), deadline)
                                : without(wanted, deadline)));
  }

  /** All days begin where the total does; otherwise only the newest day matters. */
  private static Window window(WantedChart wanted) {
    return wanted.days().isPresent() ? Window.DAY : Window.ALL;
  }

  private Future<Chart> counted(
      WantedChart wanted, DatedLedger ledger, Total total, Deadline deadline) {
    Span span = span(wanted, total.basis().days());
    SeriesQuery query =
        new SeriesQuery(span.days(), wanted.split().split(), span.interval(), wanted.measure());
    Supplier<Future<Chart>> drawn =
        () ->
            questions
                .series(wanted.project(), query, deadline)
                .map(
                    series ->
                        series
                            .map(found -> wanted.days().isPresent() ? found : Kept.of(found, span))
                            .filter(found -> !found.lines().isEmpty() && !found.starts().isEmpty())
                            .map(found -> Drawing.of(wanted, span, ledger, found))
                            .orElseGet(() -> nothing(wanted, span)));
    return wanted.split().by().isEmpty() ? drawn.get() : turns.take(deadline, drawn);
  }

  private static Span span(WantedChart wanted, DayRange counted) {
    boolean parts = wanted.split().by().isPresent();
    int width = wanted.look().width();
    Day last = counted.last();
    if (wanted.days().isPresent()) {
      DayRange days = new DayRange(last.minus(wanted.days().getAsInt() - 1), last);
      return Span.of(days, wanted.interval(), width, parts);
    }
    if (!parts) {
      return Span.of(counted, wanted.interval(), width, false);
    }
    DayRange usual = new DayRange(last.minus(USUALLY_KEPT - 1), last);
    Span span = Span.of(usual, wanted.interval(), width, true);
    return new Span(new DayRange(Day.EARLIEST, last), span.interval());
  }

  private Future<Chart> without(WantedChart wanted, Deadline deadline) {
    String project = wanted.project().normalized();
    return questions
        .mustExist(wanted.project(), deadline)
        .map(
            exists ->
                MadeChart.message(project, "No downloads of " + project + " are counted yet."));
  }

  private static Chart nothing(WantedChart wanted, Span span) {
    String project = wanted.project().normalized();
    String what =
        wanted.split().globs().isEmpty()
            ? "No downloads of " + project
            : "No downloads of versions " + String.join(", ", wanted.split().globs());
    return MadeChart.message(
        project,
        what + " are known from " + span.days().first() + " to " + span.days().last() + ".");
  }
}
