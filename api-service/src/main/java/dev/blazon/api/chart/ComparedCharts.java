package dev.blazon.api.chart;

import dev.blazon.api.compare.CompareQuery;
import dev.blazon.api.compare.ComparedProject;
import dev.blazon.api.compare.ComparedProject.Unanswered;
import dev.blazon.api.compare.ComparisonChart;
import dev.blazon.api.compare.Comparisons;
import dev.blazon.api.compare.SideBySide;
import dev.blazon.api.question.CallQuery;
import dev.blazon.api.question.Refusal;
import dev.blazon.api.rendered.ChartRenderer.About;
import dev.blazon.api.resolve.Outcome;
import dev.blazon.api.stats.Deadline;
import dev.blazon.chart.ChartLook;
import dev.blazon.count.CountAnswer.Reason;
import dev.blazon.count.Interval;
import dev.blazon.count.Measure;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;

/** Makes the chart of several projects, whose names the URL separates by commas. Thread-safe. */
final class ComparedCharts {

  /** The value of a metric's tag. */
  private static final String COMPARED = "compare";

  private final Comparisons comparisons;

  ComparedCharts(Comparisons comparisons) {
    this.comparisons = comparisons;
  }

  /**
   * The chart; words if there are no numbers.
   *
   * @throws dev.blazon.api.question.RefusedException if a parameter is impossible
   */
  Future<MadeChart> chart(ChartUrl url, CallQuery query, ChartLook look, Deadline deadline) {
    Map<String, String> wanted =
        Map.of(
            "projects", url.project(),
            "days", WantedChart.days(query),
            "interval", query.optionalChoice("interval", Interval.WORDS).orElse(""),
            "mirrors", query.measure() == Measure.ALL ? "true" : "false");
    return comparisons
        .compare(CompareQuery.read(name -> wanted.getOrDefault(name, "")), deadline)
        .map(
            compared ->
                new MadeChart(
                    ComparisonChart.of(compared),
                    look,
                    new About(url.projects(), COMPARED, outcome(compared))));
  }

  /** A chart that lacks a project for the moment is not kept for long. */
  private static Outcome outcome(SideBySide compared) {
    Optional<Reason> reason =
        compared.projects().stream()
            .filter(Unanswered.class::isInstance)
            .map(project -> ((Unanswered) project).reason())
            .findFirst();
    if (reason.isPresent()) {
      return MadeChart.outcome(Refusal.of(reason.get()));
    }
    return compared.projects().stream().anyMatch(ComparedProject.Counted.class::isInstance)
        ? Outcome.FACT
        : Outcome.MISSING;
  }
}
