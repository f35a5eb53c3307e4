package dev.blazon.api.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.blazon.count.Basis;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Interval;
import dev.blazon.count.Measure;
import dev.blazon.count.Series;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KeptTest {

  private static final Day FIRST = Day.of(2026, 8, 3);
  private static final DayRange DAYS = new DayRange(FIRST, FIRST.plus(3));

  @Test
  void days_of_which_only_the_total_is_kept_are_cut_off() {
    Series kept =
        Kept.of(
            series(List.of("", "1.0"), new long[][] {{9, 9, 1, 0}, {0, 0, 5, 6}}),
            span(Interval.DAY));

    assertEquals(List.of(FIRST.plus(2), FIRST.plus(3)), kept.starts());
    assertArrayEquals(new long[] {5, 6}, kept.downloads()[1]);
    assertEquals(new DayRange(FIRST.plus(2), FIRST.plus(3)), kept.basis().days());
    assertEquals(2, kept.basis().knownDays());
  }

  @Test
  void a_longer_stretch_of_which_a_part_may_be_a_total_is_cut_off_too() {
    Series kept =
        Kept.of(
            series(List.of("", "1.0"), new long[][] {{9, 4, 0, 0}, {0, 2, 5, 6}}),
            span(Interval.WEEK));

    assertEquals(List.of(FIRST.plus(2), FIRST.plus(3)), kept.starts());
  }

  @Test
  void a_series_that_begins_with_parts_or_has_none_stays() {
    Series whole = series(List.of("", "1.0"), new long[][] {{0, 9, 1, 0}, {1, 0, 5, 6}});
    Series total = series(List.of(""), new long[][] {{0, 9, 1, 0}});

    assertSame(whole, Kept.of(whole, span(Interval.DAY)));
    assertSame(total, Kept.of(total, span(Interval.DAY)));
  }

  private static Span span(Interval interval) {
    return new Span(DAYS, interval);
  }

  private static Series series(List<String> lines, long[][] downloads) {
    return new Series(
        DAYS.days(),
        new int[] {1, 1, 1, 1},
        lines,
        downloads,
        new Basis(DAYS, 4, List.of("file"), Measure.ALL, false));
  }
}
