package dev.blazon.imaging.chart;

import dev.blazon.chart.Caption;
import dev.blazon.chart.Chart;
import dev.blazon.chart.ChartLine;
import dev.blazon.chart.ChartMark;
import dev.blazon.chart.MessageChart;
import dev.blazon.chart.ShareChart;
import dev.blazon.chart.ShareChart.Bar;
import dev.blazon.chart.TimeChart;
import dev.blazon.chart.TimeChart.Form;
import dev.blazon.chart.TimeChart.Interval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Charts as they are asked for: made-up numbers that look like real ones, the same in each run. */
final class SampleCharts {

  static final List<String> VERSIONS =
      List.of("2.31.0", "2.32.3", "2.28.2", "2.27.1", "2.25.1", "2.32.4", "2.26.0", "others");

  private static final LocalDate LAST = LocalDate.of(2026, 11, 29);
  private static final ChartMark BREAK =
      new ChartMark(LocalDate.of(2026, 8, 10), "counting changed");

  private SampleCharts() {}

  /** All of them, by a name for files. */
  static Map<String, Chart> all() {
    Map<String, Chart> charts = new LinkedHashMap<>();
    charts.put("one-line", lines(Form.LINE, 90, List.of(""), Set.of(), Set.of()));
    charts.put("area", lines(Form.AREA, 180, List.of(""), gap(60, 66), Set.of(100)));
    charts.put("eight-lines", lines(Form.LINE, 180, VERSIONS, Set.of(), Set.of()));
    charts.put("three-lines", lines(Form.LINE, 180, compared(), gap(40, 43), Set.of(120, 121)));
    charts.put("stacked", lines(Form.STACKED, 180, VERSIONS, Set.of(), Set.of(150)));
    charts.put("stacked-year", lines(Form.STACKED, 365, VERSIONS, gap(200, 215), Set.of()));
    charts.put("days", lines(Form.AREA, 30, List.of(""), Set.of(7, 19, 20), Set.of(25)));
    charts.put("months", months());
    charts.put("bars", shares(7));
    charts.put("many-bars", shares(40));
    charts.put("pie", pie(7));
    charts.put("pie-of-many", pie(40));
    charts.put("pie-of-one", pie(1));
    charts.put("single-day", lines(Form.LINE, 1, List.of(""), Set.of(), Set.of()));
    charts.put("single-day-stack", lines(Form.STACKED, 1, VERSIONS, Set.of(), Set.of()));
    charts.put("nothing-counted", zeros());
    charts.put("long-names", lines(Form.LINE, 90, longNames(), Set.of(), Set.of()));
    charts.put("message", message());
    return charts;
  }

  private static List<String> compared() {
    return List.of("requests", "httpx", "aiohttp");
  }

  private static List<String> longNames() {
    return List.of(
        "a-package-with-a-name-that-never-seems-to-end-and-then-does",
        "<script>alert(1)</script> & \"friends\"",
        "漢字の名前がここに入ります",
        "مكتبة بايثون");
  }

  private static Set<Integer> gap(int from, int to) {
    Set<Integer> gap = new TreeSet<>();
    for (int i = from; i <= to; i++) {
      gap.add(i);
    }
    return gap;
  }

  static Caption caption(String title) {
    return new Caption(
        title,
        "Downloads a day without mirrors, until 2026-11-29 · ClickHouse",
        "The downloads of requests by version over 180 days, until 2026-11-29. Most are of"
            + " 2.31.0.");
  }

  /** Days with a weekly rhythm, a slow trend and some noise. */
  static TimeChart lines(
      Form form, int days, List<String> names, Set<Integer> missing, Set<Integer> suspects) {
    Random random = new Random(42);
    List<LocalDate> starts = new ArrayList<>();
    for (int i = days - 1; i >= 0; i--) {
      starts.add(LAST.minusDays(i));
    }
    List<ChartLine> lines = new ArrayList<>();
    for (int line = 0; line < names.size(); line++) {
      long[] numbers = new long[days];
      double level = 1_900_000.0 / (1 + 0.8 * line) * (0.9 + 0.2 * random.nextDouble());
      double trend = (line % 3 - 1) * -0.25;
      for (int i = 0; i < days; i++) {
        boolean weekend = starts.get(i).getDayOfWeek().getValue() > 5;
        double part = (double) i / days;
        double value =
            level * (1 + trend * part) * (weekend ? 0.58 : 1) * (0.93 + 0.14 * random.nextDouble());
        numbers[i] =
            missing.contains(i)
                ? ChartLine.MISSING
                : Math.round(suspects.contains(i) ? value * 0.35 : value);
      }
      lines.add(new ChartLine(names.get(line), numbers));
    }
    String title = names.size() == 1 ? "requests: downloads" : "requests: downloads by version";
    return new TimeChart(
        caption(title), form, Interval.DAY, starts, lines, List.of(BREAK), suspects);
  }

  private static TimeChart months() {
    List<LocalDate> starts = new ArrayList<>();
    long[] numbers = new long[60];
    for (int i = 0; i < numbers.length; i++) {
      starts.add(LocalDate.of(2021, 12, 1).plusMonths(i));
      numbers[i] = 20_000_000L + 11_000L * i * i + (i * 7919L % 13) * 300_000;
    }
    return new TimeChart(
        caption("numpy: downloads a month"),
        Form.AREA,
        Interval.MONTH,
        starts,
        List.of(new ChartLine("", numbers)),
        List.of(BREAK, new ChartMark(LocalDate.of(2024, 3, 1), "mirrors left out")),
        Set.of());
  }

  private static TimeChart zeros() {
    List<LocalDate> starts = new ArrayList<>();
    for (int i = 29; i >= 0; i--) {
      starts.add(LAST.minusDays(i));
    }
    return new TimeChart(
        caption("idle: downloads"),
        Form.LINE,
        Interval.DAY,
        starts,
        List.of(new ChartLine("", new long[30])),
        List.of(),
        Set.of());
  }

  static ShareChart shares(int count) {
    List<Bar> bars = new ArrayList<>();
    long total = 0;
    for (int i = 0; i < count; i++) {
      long number = Math.round(31_415_926 / Math.pow(1 + i, 1.4));
      bars.add(new Bar(i == 5 ? "unknown" : "3." + (14 - i), number));
      total += number;
    }
    return new ShareChart(caption("requests: downloads by Python version"), bars, total);
  }

  static ShareChart pie(int count) {
    ShareChart bars = shares(count);
    return new ShareChart(bars.caption(), ShareChart.Form.PIE, bars.bars(), bars.total());
  }

  private static MessageChart message() {
    return new MessageChart(
        caption("new-project: downloads"),
        "No downloads have been counted yet. Come back tomorrow.");
  }
}
