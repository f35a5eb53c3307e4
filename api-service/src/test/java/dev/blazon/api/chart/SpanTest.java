package dev.blazon.api.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Interval;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpanTest {

  /** A Sunday. */
  private static final Day LAST = Day.of(2026, 11, 29);

  @ParameterizedTest
  @CsvSource({
    "30,   '',    800, false, DAY,   2026-10-31",
    "90,   '',    800, false, DAY,   2026-09-01",
    "180,  '',    800, false, DAY,   2026-06-03",
    "180,  '',    400, false, WEEK,  2026-06-01",
    "90,   '',    400, false, DAY,   2026-09-01",
    "400,  '',    800, false, WEEK,  2025-10-20",
    "400,  '',    1600, false, DAY,   2025-10-26",
    "4000, '',    800, false, MONTH, 2015-12-01",
    "180,  DAY,   200, false, DAY,   2026-06-03",
    "180,  WEEK,  800, false, WEEK,  2026-06-01",
    "180,  MONTH, 800, false, MONTH, 2026-06-01",
    "1000, DAY,   800, false, DAY,   2024-03-05",
    "1100, DAY,   800, false, WEEK,  2023-11-20",
    "8000, WEEK,  800, false, MONTH, 2005-01-01",
    "1,    '',    800, false, DAY,   2026-11-29",
    "9000, MONTH, 800, false, MONTH, 2003-01-01",
    "30,   '',    800,  true, DAY,   2026-10-31",
    "90,   '',    800,  true, DAY,   2026-09-01",
    "180,  '',    800,  true, WEEK,  2026-06-03",
    "180,  '',    1600, true, DAY,   2026-06-03",
    "90,   '',    400,  true, WEEK,  2026-09-01",
    "180,  DAY,   400,  true, DAY,   2026-06-03",
    "180,  MONTH, 800,  true, MONTH, 2026-06-03",
  })
  void the_interval_leaves_each_number_some_pixels(
      int days, String wanted, int width, boolean parts, Interval interval, String first) {
    Optional<Interval> asked = Optional.of(wanted).filter(w -> !w.isEmpty()).map(Interval::valueOf);

    Span span = Span.of(new DayRange(LAST.minus(days - 1), LAST), asked, width, parts);

    assertEquals(interval, span.interval());
    assertEquals(first, span.days().first().toString());
    assertEquals(LAST, span.days().last());
  }
}
