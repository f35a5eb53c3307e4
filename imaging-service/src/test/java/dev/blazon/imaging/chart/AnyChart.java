package dev.blazon.imaging.chart;

import dev.blazon.chart.Caption;
import dev.blazon.chart.Chart;
import dev.blazon.chart.ChartLine;
import dev.blazon.chart.ChartLook;
import dev.blazon.chart.ChartLook.Theme;
import dev.blazon.chart.ChartMark;
import dev.blazon.chart.MessageChart;
import dev.blazon.chart.ShareChart;
import dev.blazon.chart.TimeChart;
import dev.blazon.chart.TimeChart.Form;
import dev.blazon.chart.TimeChart.Interval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generates charts with arbitrary texts and numbers, and looks, for property tests. */
final class AnyChart {

  private AnyChart() {}

  static Arbitrary<Chart> charts() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, times().map(chart -> (Chart) chart)),
        Tuple.of(2, shares().map(chart -> (Chart) chart)),
        Tuple.of(
            1,
            Combinators.combine(captions(), texts())
                .as((caption, words) -> (Chart) new MessageChart(caption, words))));
  }

  static Arbitrary<ChartLook> looks() {
    return Combinators.combine(
            Arbitraries.of(Theme.values()),
            Arbitraries.integers().between(ChartLook.MIN_WIDTH, ChartLook.MAX_WIDTH),
            Arbitraries.integers().between(ChartLook.MIN_HEIGHT, ChartLook.MAX_HEIGHT))
        .as((theme, width, height) -> new ChartLook(theme, width, height, 1));
  }

  private static Arbitrary<TimeChart> times() {
    return Combinators.combine(
            captions(),
            Arbitraries.of(Form.values()),
            Arbitraries.of(Interval.values()),
            Arbitraries.integers().between(0, 400),
            texts().list().ofMinSize(1).ofMaxSize(10),
            texts().list().ofMaxSize(4),
            Arbitraries.randoms())
        .as(AnyChart::time);
  }

  private static TimeChart time(
      Caption caption,
      Form form,
      Interval interval,
      int count,
      List<String> names,
      List<String> words,
      Random random) {
    List<LocalDate> starts = new ArrayList<>();
    LocalDate first = LocalDate.of(2010, 1, 1).plusDays(random.nextInt(5000));
    for (int i = 0; i < count; i++) {
      starts.add(
          switch (interval) {
            case DAY -> first.plusDays(i);
            case WEEK -> first.plusWeeks(i);
            case MONTH -> first.withDayOfMonth(1).plusMonths(i);
          });
    }
    double size = Math.pow(10, random.nextInt(19));
    int missing = random.nextInt(4);
    List<ChartLine> lines = new ArrayList<>();
    for (String name : names) {
      long[] numbers = new long[count];
      for (int i = 0; i < count; i++) {
        boolean gap = missing > 0 && random.nextInt(10) < missing;
        numbers[i] = gap ? ChartLine.MISSING : (long) (size * random.nextDouble());
      }
      lines.add(new ChartLine(name, numbers));
    }
    Set<Integer> suspects = new HashSet<>();
    List<ChartMark> marks = new ArrayList<>();
    if (count > 0) {
      for (int i = 0; i < random.nextInt(5); i++) {
        suspects.add(random.nextInt(count));
      }
      for (String mark : words) {
        marks.add(new ChartMark(starts.get(random.nextInt(count)), mark));
      }
    }
    return new TimeChart(caption, form, interval, starts, lines, marks, suspects);
  }

  private static Arbitrary<ShareChart> shares() {
    Arbitrary<ShareChart.Bar> bars =
        Combinators.combine(texts(), Arbitraries.longs().between(0, 1_000_000_000_000_000L))
            .as(ShareChart.Bar::new);
    return Combinators.combine(
            captions(), Arbitraries.of(ShareChart.Form.class), bars.list().ofMaxSize(60))
        .as(
            (caption, form, list) ->
                new ShareChart(
                    caption, form, list, list.stream().mapToLong(ShareChart.Bar::number).sum()));
  }

  private static Arbitrary<Caption> captions() {
    return Combinators.combine(texts(), texts(), texts()).as(Caption::new);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.of("", "2.31.0", "counting changed", "a-name-of-a-rather-long-kind-of-project"),
        Arbitraries.strings().all().ofMaxLength(600),
        Arbitraries.strings()
            .withChars("<>&\"'] \t\n\u0000\ud800\udfff\ufffe\u202eaß")
            .ofMaxLength(20));
  }
}
