package dev.blazon.api.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.count.Basis;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Measure;
import dev.blazon.count.Series;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PartTest {

  private static final DayRange DAYS = new DayRange(Day.of(2026, 8, 1), Day.of(2026, 8, 2));

  @ParameterizedTest
  @CsvSource({
    "a=1,                                     a=1",
    "a=1 b=2,                                 b=2 a=1",
    "b=1 a=1,                                 a=1 b=1",
    "1.10=1 1.9=1,                            1.9=1 1.10=1",
    "a=0 b=2,                                 b=2",
    "a=8 b=7 c=6 d=5 e=4 f=3 g=2 h=1,         a=8 b=7 c=6 d=5 e=4 f=3 g=2 h=1",
    "a=9 b=8 c=7 d=6 e=5 f=4 g=3 h=2 i=1,     a=9 b=8 c=7 d=6 e=5 f=4 g=3 other=3",
    "a=9 b=8 c=7 d=6 e=5 f=4 g=3 h=2 i=0,     a=9 b=8 c=7 d=6 e=5 f=4 g=3 h=2",
    "=3 b=4,                                  b=4 unknown=3",
  })
  void the_largest_lines_stay_and_the_rest_is_added_up(String lines, String shown) {
    List<Part> parts = Part.largest(series(lines));

    assertEquals(
        shown,
        String.join(" ", parts.stream().map(part -> part.name() + "=" + part.total()).toList()));
  }

  @Test
  void names_are_in_an_order_in_which_neighbours_belong_together() {
    List<Part> parts =
        Part.byName(
            Part.largest(series("3.9=9 3.10=8 3.12=7 2.7=6 3.11=5 3.8=4 3.13=3 3.7=2 3.6=1")));

    assertEquals(
        List.of("2.7", "3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "other"),
        parts.stream().map(Part::name).toList());
  }

  @Test
  void five_thousand_versions_are_eight_lines_with_the_sum_of_all() {
    String versions =
        String.join(" ", IntStream.range(0, 5_000).mapToObj(i -> "1." + i + "=" + i).toList());
    Series series = series(versions);

    List<Part> parts = Part.largest(series);

    assertEquals(8, parts.size());
    assertEquals("1.4999", parts.get(0).name());
    assertEquals(4_999L * 5_000 / 2, parts.stream().mapToLong(Part::total).sum());
    assertEquals(4_999L * 5_000 / 2, Part.whole(series).total());
    assertArrayEquals(new long[] {4_999, 0}, parts.get(0).downloads());
  }

  /** Downloads on the first day; none on the second. */
  private static Series series(String lines) {
    List<String[]> named = List.of(lines.split(" ")).stream().map(line -> line.split("=")).toList();
    return new Series(
        DAYS.days(),
        new int[] {1, 1},
        named.stream().map(line -> line[0]).toList(),
        named.stream().map(line -> new long[] {Long.parseLong(line[1]), 0}).toArray(long[][]::new),
        new Basis(DAYS, 2, List.of("file"), Measure.ALL, false));
  }
}
