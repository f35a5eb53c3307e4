package dev.blazon.bench;

import dev.blazon.chart.Caption;
import dev.blazon.chart.Chart;
import dev.blazon.chart.ChartLine;
import dev.blazon.chart.ShareChart;
import dev.blazon.chart.TimeChart;
import dev.blazon.chart.TimeChart.Form;
import dev.blazon.chart.TimeChart.Interval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The charts that both painters paint, with made-up numbers that are the same in each run. */
public enum ChartKind {
  /** One line over half a year, filled. */
  AREA,
  /** Eight lines over half a year. */
  LINES,
  /** Eight areas upon each other, over half a year. */
  STACKED,
  /** Ten bars. */
  BARS;

  static final int WIDTH = 800;
  static final int HEIGHT = 400;

  private static final int DAYS = 180;
  private static final int LINE_COUNT = 8;
  private static final int BAR_COUNT = 10;
  private static final long SEED = 4096;

  /** Distinct charts of this kind, so that no painter gains from a cache. */
  static final int COUNT = 50;

  /** Makes {@value #COUNT} charts. */
  List<Chart> charts() {
    Random random = new Random(SEED);
    List<Chart> charts = new ArrayList<>(COUNT);
    for (int i = 0; i < COUNT; i++) {
      charts.add(chart("project-" + i, random));
    }
    return charts;
  }

  private Chart chart(String project, Random random) {
    return switch (this) {
      case AREA -> time(project, Form.AREA, 1, random);
      case LINES -> time(project, Form.LINE, LINE_COUNT, random);
      case STACKED -> time(project, Form.STACKED, LINE_COUNT, random);
      case BARS -> shares(project, random);
    };
  }

  private static Caption caption(String project) {
    return new Caption(
        project + ": downloads by version",
        "Downloads a day without mirrors, until 2026-11-29",
        "The downloads of " + project + " over 180 days, until 2026-11-29.");
  }

  private static Chart time(String project, Form form, int lineCount, Random random) {
    List<LocalDate> starts = new ArrayList<>();
    LocalDate last = LocalDate.of(2026, 11, 29);
    for (int i = DAYS - 1; i >= 0; i--) {
      starts.add(last.minusDays(i));
    }
    List<ChartLine> lines = new ArrayList<>();
    for (int line = 0; line < lineCount; line++) {
      long[] numbers = new long[DAYS];
      double level = 2_000_000.0 / (line + 1);
      for (int i = 0; i < DAYS; i++) {
        boolean weekend = starts.get(i).getDayOfWeek().getValue() > 5;
        numbers[i] = (long) (level * (weekend ? 0.6 : 1) * (0.9 + 0.2 * random.nextDouble()));
      }
      lines.add(new ChartLine(lineCount == 1 ? "" : "2." + (30 - line) + ".0", numbers));
    }
    return new TimeChart(caption(project), form, Interval.DAY, starts, lines, List.of(), Set.of());
  }

  private static Chart shares(String project, Random random) {
    List<ShareChart.Bar> bars = new ArrayList<>();
    long total = 0;
    for (int i = 0; i < BAR_COUNT; i++) {
      long number = (long) (10_000_000.0 / (i + 1) * (0.9 + 0.2 * random.nextDouble()));
      bars.add(new ShareChart.Bar("3." + (14 - i), number));
      total += number;
    }
    return new ShareChart(caption(project), bars, total);
  }
}
