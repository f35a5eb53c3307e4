package dev.blazon.api.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.compare.ComparedProject.Counted;
import dev.blazon.api.compare.ComparedProject.Impossible;
import dev.blazon.chart.Chart;
import dev.blazon.chart.ChartLine;
import dev.blazon.chart.ChartMark;
import dev.blazon.chart.MessageChart;
import dev.blazon.chart.TimeChart;
import dev.blazon.count.Basis;
import dev.blazon.count.Comparison;
import dev.blazon.count.CountingBreak;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Measure;
import dev.blazon.project.ProjectName;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several projects in one chart. */
class ComparisonChartTest {

  /** A Monday. */
  private static final Day FIRST = Day.of(2026, 8, 17);

  private static final CountingBreak BREAK = new CountingBreak(Day.of(2026, 8, 24), "Files only.");

  @Test
  void each_project_is_a_line_and_a_break_is_marked() {
    TimeChart chart =
        (TimeChart) chart("interval", "day", 14, counted("a", 0, 14), counted("b", 0, 14));

    assertEquals(TimeChart.Form.LINE, chart.form());
    assertEquals(List.of("a", "b"), chart.lines().stream().map(ChartLine::name).toList());
    assertEquals(
        List.of(new ChartMark(LocalDate.of(2026, 8, 24), "counting changed")), chart.marks());
    assertEquals("a and b: downloads a day", chart.caption().title());
    assertEquals(
        "Downloads a day with mirrors, until 2026-08-30 · PyPI via ClickHouse, CC BY 4.0",
        chart.caption().note());
    assertEquals(
        "Downloads from 17 August 2026 to 30 August 2026. a: 140 (50.0 %); b: 140 (50.0 %)."
            + " Counting changed on 24 August 2026.",
        chart.caption().description());
  }

  @Test
  void days_that_are_not_known_are_gaps() {
    TimeChart chart =
        (TimeChart) chart("interval", "day", 5, counted("a", 0, 5), counted("late", 3, 5));

    assertArrayEquals(new long[] {10, 10, 10, 10, 10}, chart.lines().get(0).numbers());
    assertArrayEquals(new long[] {-1, -1, -1, 10, 10}, chart.lines().get(1).numbers());
  }

  @Test
  void weeks_that_are_not_whole_are_left_out_and_a_gap_makes_one_odd() {
    Counted gap =
        of("gap", IntStream.range(0, 25).filter(day -> day != 9).mapToObj(FIRST::plus).toList());
    TimeChart chart = (TimeChart) chart("interval", "week", 25, counted("a", 0, 25), gap);

    assertEquals(3, chart.starts().size());
    assertArrayEquals(new long[] {70, 70, 70}, chart.lines().get(0).numbers());
    assertArrayEquals(new long[] {70, 60, 70}, chart.lines().get(1).numbers());
    assertEquals(Set.of(1), chart.suspects());
  }

  @Test
  void a_project_that_begins_within_a_week_is_not_shown_as_small() {
    TimeChart chart =
        (TimeChart) chart("interval", "week", 21, counted("a", 0, 21), counted("late", 10, 21));

    assertArrayEquals(new long[] {-1, -1, 70}, chart.lines().get(1).numbers());
  }

  @Test
  void too_few_months_for_a_line_become_days() {
    TimeChart chart = (TimeChart) chart("interval", "month", 40, counted("a", 0, 40));

    assertEquals(TimeChart.Interval.DAY, chart.interval());
    assertEquals(TimeChart.Form.AREA, chart.form());
  }

  @Test
  void more_days_than_a_chart_has_numbers_become_weeks() {
    TimeChart chart = (TimeChart) chart("interval", "day", 4_000, counted("a", 0, 4_000));

    assertEquals(TimeChart.Interval.WEEK, chart.interval());
  }

  @Test
  void the_title_names_the_first_of_many_and_the_description_all() {
    Counted[] many =
        IntStream.range(0, 8).mapToObj(i -> counted("p" + i, 0, 3)).toArray(Counted[]::new);
    Chart chart = chart("interval", "day", 3, many);

    assertEquals("p0, p1, p2 and 5 more: downloads a day", chart.caption().title());
    assertTrue(chart.caption().description().contains("; p7: 30 (12.5 %)."));
  }

  @Test
  void nothing_to_draw_is_said() {
    Chart chart =
        ComparisonChart.of(
            new SideBySide(
                query("projects", "-x-"),
                Optional.empty(),
                List.of(new Impossible("-x-")),
                List.of(),
                Set.of()));

    assertEquals("No downloads of these projects were counted.", ((MessageChart) chart).words());
    assertTrue(chart.caption().title().startsWith("-x-"), chart.caption().title());
  }

  private static Chart chart(String name, String value, int days, Counted... projects) {
    return ComparisonChart.of(
        new SideBySide(
            query(name, value),
            Optional.of(new DayRange(FIRST, FIRST.plus(days - 1))),
            List.of(projects),
            List.of(BREAK),
            Set.of()));
  }

  private static CompareQuery query(String name, String value) {
    return CompareQuery.read(asked -> Map.of(name, value).getOrDefault(asked, ""));
  }

  private static Counted counted(String name, int from, int to) {
    return of(name, IntStream.range(from, to).mapToObj(FIRST::plus).toList());
  }

  /** Ten downloads a day. */
  private static Counted of(String name, List<Day> days) {
    return new Counted(
        ProjectName.parse(name).orElseThrow(),
        days,
        days.stream().mapToLong(day -> 10).toArray(),
        OptionalLong.empty(),
        new Comparison.Unknown(),
        new Basis(
            new DayRange(days.get(0), days.get(days.size() - 1)),
            days.size(),
            List.of("clickhouse"),
            Measure.ALL,
            false));
  }
}
