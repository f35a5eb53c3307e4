package dev.blazon.imaging.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.chart.TimeChart.Interval;
import dev.blazon.imaging.chart.DateTicks.Tick;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTicksTest {

  private static final Lettering FONT = new Lettering(11, false);

  @ParameterizedTest
  @CsvSource({
    "2026-11-28, 2026-11-29, 600, DAY, Nov 28 | Nov 29, 2026",
    "2026-11-23, 2026-11-29, 600, DAY, Nov 23 | Nov 24 | Nov 25 | Nov 26 | Nov 27 | Nov 28 | Nov"
        + " 29, 2026",
    "2026-11-19, 2026-11-29, 400, DAY, Nov 19 | Nov 21 | Nov 23 | Nov 25 | Nov 27 | Nov 29, 2026",
    "2026-10-31, 2026-11-29, 600, DAY, Nov 2 | Nov 9 | Nov 16 | Nov 23, 2026",
    "2025-12-20, 2026-01-20, 500, DAY, Dec 22 | Dec 29 | Jan 5 | Jan 12 | Jan 19, 2025 2026",
    "2026-09-01, 2026-11-29, 600, DAY, Sep 7 | Sep 21 | Oct 5 | Oct 19 | Nov 2 | Nov 16, 2026",
    "2026-06-03, 2026-11-29, 600, DAY, Jul | Aug | Sep | Oct | Nov, 2026",
    "2025-11-30, 2026-11-29, 640, DAY, Dec | Jan | Feb | Mar | Apr | May | Jun | Jul | Aug | Sep |"
        + " Oct | Nov, 2025 2026",
    "2025-11-30, 2026-11-29, 300, DAY, Jan | Mar | May | Jul | Sep | Nov, 2026",
    "2022-01-01, 2026-11-01, 600, MONTH, Jan | Jul | Jan | Jul | Jan | Jul | Jan | Jul | Jan | Jul,"
        + " 2022 2023 2024 2025 2026",
    "2016-05-01, 2026-11-01, 500, MONTH, 2017 | 2018 | 2019 | 2020 | 2021 | 2022 | 2023 | 2024 |"
        + " 2025 | 2026, ''",
    "2026-06-01, 2026-11-23, 600, WEEK, Jun | Jul | Aug | Sep | Oct | Nov, 2026",
  })
  void ticks_follow_the_span(
      LocalDate first, LocalDate last, int width, Interval interval, String labels, String years) {
    DateTicks ticks = ticks(first, last, width, interval);
    assertEquals(
        labels, ticks.ticks().stream().map(Tick::label).collect(Collectors.joining(" | ")));
    assertEquals(
        years,
        ticks.years(FONT, 0, width + 80).stream()
            .map(Tick::label)
            .collect(Collectors.joining(" ")));
  }

  @Property
  void labels_never_touch(
      @ForAll @IntRange(min = 1, max = 40_000) int days,
      @ForAll @IntRange(min = 100, max = 2000) int width,
      @ForAll Interval interval) {
    LocalDate last = LocalDate.of(2026, 11, 29);
    DateTicks ticks = ticks(last.minusDays(days), last, width, interval);
    for (List<Tick> row : List.of(ticks.ticks(), ticks.years(FONT, 0, width + 80))) {
      double end = 0;
      for (Tick tick : row) {
        double half = FONT.width(tick.label()) / 2;
        assertTrue(tick.middle() - half >= end, row.toString());
        end = tick.middle() + half;
      }
      assertTrue(end <= width + 80, row.toString());
    }
  }

  private static DateTicks ticks(LocalDate first, LocalDate last, int width, Interval interval) {
    DateScale scale = new DateScale(first, last, 40, width);
    return DateTicks.of(scale, interval, FONT, 0, width + 80);
  }
}
