package dev.blazon.api.chart;

import dev.blazon.api.question.DatedLedger;
import dev.blazon.api.question.Provenance;
import dev.blazon.chart.Chart;
import dev.blazon.chart.ChartLine;
import dev.blazon.chart.ChartMark;
import dev.blazon.chart.ShareChart;
import dev.blazon.chart.TimeChart;
import dev.blazon.chart.wire.ChartExchange;
import dev.blazon.count.Interval;
import dev.blazon.count.Series;
import java.util.List;

/** Makes a chart of counted downloads. Stateless. */
final class Drawing {

  /** What a chart says at a day on which counting changed; its description has the reason. */
  private static final String BREAK = "counting changed";

  private Drawing() {}

  /**
   * Makes the chart.
   *
   * @param series with at least one line and one time
   */
  static Chart of(WantedChart wanted, Span span, DatedLedger ledger, Series series) {
    Provenance about = ledger.about(series.basis());
    ChartWords words = new ChartWords(wanted, about, series.basis());
    Part whole = Part.whole(series);
    List<Part> parts =
        wanted.split().by().isPresent() && whole.total() > 0
            ? Part.largest(series)
            : List.of(whole);
    return wanted
        .shape()
        .overTime()
        .map(
            form ->
                overTime(
                    form, new Times(span.interval(), ledger, about, whole), series, words, parts))
        .orElseGet(() -> shares(series, words, whole, parts));
  }

  /** What a chart over time needs beside the numbers of its lines. */
  private record Times(Interval interval, DatedLedger ledger, Provenance about, Part whole) {}

  private static Chart overTime(
      TimeChart.Form form, Times times, Series series, ChartWords words, List<Part> parts) {
    Stretches stretches = new Stretches(series, times.interval());
    // In a stack neighbours belong together; lines are named in the order of their size.
    List<Part> order = form == TimeChart.Form.STACKED ? Part.byName(parts) : parts;
    return new TimeChart(
        words.overTime(times.interval(), stretches, times.whole(), parts),
        order.size() == 1 && form == TimeChart.Form.STACKED ? TimeChart.Form.AREA : form,
        TimeChart.Interval.valueOf(times.interval().name()),
        stretches.dates(),
        order.stream()
            .map(part -> new ChartLine(part.name(), stretches.numbers(part.downloads())))
            .toList(),
        times.about().breaks().stream()
            .filter(next -> stretches.days().contains(next.day()))
            .limit(ChartExchange.MOST_MARKS)
            .map(next -> new ChartMark(next.day().date(), BREAK))
            .toList(),
        stretches.suspects(times.ledger()));
  }

  private static Chart shares(Series series, ChartWords words, Part whole, List<Part> parts) {
    return new ShareChart(
        words.shares(series.basis().days(), whole, parts),
        parts.stream().map(part -> new ShareChart.Bar(part.name(), part.total())).toList(),
        whole.total());
  }
}
