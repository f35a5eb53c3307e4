package dev.blazon.chart.wire;

import dev.blazon.chart.Caption;
import dev.blazon.chart.Chart;
import dev.blazon.chart.ChartLine;
import dev.blazon.chart.ChartLook;
import dev.blazon.chart.ChartMark;
import dev.blazon.chart.MessageChart;
import dev.blazon.chart.ShareChart;
import dev.blazon.chart.TimeChart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any chart within the bounds of {@link ChartExchange}. */
final class AnyChart {

  private AnyChart() {}

  static Arbitrary<ChartRequest> requests() {
    return Combinators.combine(Arbitraries.oneOf(times(), shares(), messages()), looks())
        .as(ChartRequest::new);
  }

  private static Arbitrary<ChartLook> looks() {
    return Combinators.combine(
            Arbitraries.of(ChartLook.Theme.class),
            Arbitraries.integers().between(ChartLook.MIN_WIDTH, ChartLook.MAX_WIDTH),
            Arbitraries.integers().between(ChartLook.MIN_HEIGHT, ChartLook.MAX_HEIGHT),
            Arbitraries.integers().between(1, ChartLook.MAX_SCALE))
        .as(ChartLook::new)
        .map(
            look ->
                look.width() * look.height() * look.scale() * look.scale()
                        > ChartExchange.MOST_PIXELS
                    ? new ChartLook(look.theme(), look.width(), ChartLook.MIN_HEIGHT, 1)
                    : look);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings().ofMaxLength(60);
  }

  private static Arbitrary<Caption> captions() {
    return Combinators.combine(texts(), texts(), texts()).as(Caption::new);
  }

  private static Arbitrary<Chart> messages() {
    return Combinators.combine(captions(), texts()).as(MessageChart::new);
  }

  private static Arbitrary<Long> numbers() {
    return Arbitraries.longs().between(0, ChartExchange.LARGEST_NUMBER);
  }

  private static Arbitrary<Chart> shares() {
    Arbitrary<ShareChart.Bar> bar = Combinators.combine(texts(), numbers()).as(ShareChart.Bar::new);
    return Combinators.combine(
            captions(), Arbitraries.of(ShareChart.Form.class), bar.list().ofMaxSize(9), numbers())
        .as(
            (caption, form, bars, more) -> {
              List<ShareChart.Bar> tenths =
                  bars.stream()
                      .map(any -> new ShareChart.Bar(any.name(), any.number() / 10))
                      .toList();
              long sum = tenths.stream().mapToLong(ShareChart.Bar::number).sum();
              return new ShareChart(caption, form, tenths, sum + more / 10);
            });
  }

  private static Arbitrary<Chart> times() {
    Arbitrary<List<LocalDate>> starts =
        Combinators.combine(
                Arbitraries.integers().between(0, 40_000),
                Arbitraries.integers().between(1, 40).list().ofMaxSize(40))
            .as(
                (first, steps) -> {
                  List<LocalDate> days = new ArrayList<>();
                  LocalDate day = LocalDate.ofEpochDay(first);
                  for (int step : steps) {
                    days.add(day);
                    day = day.plusDays(step);
                  }
                  return days;
                });
    return starts.flatMap(AnyChart::times);
  }

  private static Arbitrary<Chart> times(List<LocalDate> starts) {
    Arbitrary<long[]> numbers =
        Arbitraries.longs()
            .between(ChartLine.MISSING, ChartExchange.LARGEST_NUMBER)
            .array(long[].class)
            .ofSize(starts.size());
    Arbitrary<ChartLine> line = Combinators.combine(texts(), numbers).as(ChartLine::new);
    Arbitrary<ChartMark> mark =
        Combinators.combine(
                Arbitraries.longs().between(0, 60_000).map(LocalDate::ofEpochDay), texts())
            .as(ChartMark::new);
    Arbitrary<Set<Integer>> suspects =
        starts.isEmpty()
            ? Arbitraries.just(Set.of())
            : Arbitraries.integers().between(0, starts.size() - 1).set();
    return Combinators.combine(
            captions(),
            Arbitraries.of(TimeChart.Form.class),
            Arbitraries.of(TimeChart.Interval.class),
            line.list().ofMinSize(1).ofMaxSize(ChartExchange.MOST_LINES),
            mark.list().ofMaxSize(5),
            suspects)
        .as(
            (caption, form, interval, lines, marks, suspect) ->
                new TimeChart(caption, form, interval, starts, lines, marks, suspect));
  }
}
