package dev.blazon.api.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.count.Basis;
import dev.blazon.count.CountingRule;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Dimension;
import dev.blazon.count.Filter;
import dev.blazon.count.Interval;
import dev.blazon.count.Measure;
import dev.blazon.count.Series;
import dev.blazon.count.SeriesQuery;
import dev.blazon.count.Split;
import dev.blazon.count.TotalQuery;
import dev.blazon.count.Window;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeeksTest {

  private static final Day NEWEST = Day.of(2026, 11, 28);
  private static final Filter UV = new Filter.Category(Dimension.INSTALLER, "UV");

  @ParameterizedTest
  @CsvSource({
    "0,   ''",
    "6,   ''",
    "7,   7",
    "13,  7",
    "14,  7 7",
    "90,  7 7 7 7 7 7 7 7 7 7 7 7",
    "91,  7 7 7 7 7 7 7 7 7 7 7 7 7",
    "97,  7 7 7 7 7 7 7 7 7 7 7 7 7",
  })
  void are_the_newest_whole_ones_and_thirteen_at_most(int days, String weeks) {
    assertEquals(weeks, text(Weeks.of(days(days, NEWEST, day -> true), Filter.NONE)));
  }

  @Test
  void end_at_the_newest_day() {
    Series ascending =
        series(
            starts(16, NEWEST, day -> true),
            List.of(""),
            List.of("one"),
            LongStream.rangeClosed(1, 16).toArray());

    // The days 1 and 2 are left out.
    assertEquals("42 91", text(Weeks.of(ascending, Filter.NONE)));
  }

  @Test
  void a_missing_day_makes_a_week_longer_and_not_lower() {
    Series gap = days(20, NEWEST, day -> day != 3 && day != 4);

    assertEquals("7 7", text(Weeks.of(gap, Filter.NONE)));
  }

  @ParameterizedTest
  @CsvSource({"1, ''", "13, 7", "14, 7 7", "20, 7 7"})
  void begin_where_counting_changed(int daysSince, String weeks) {
    Day newest = CountingRule.FILES_SINCE.plus(daysSince - 1);

    assertEquals(weeks, text(Weeks.of(days(90, newest, day -> true), Filter.NONE)));
  }

  @Test
  void of_a_category_are_those_of_its_line_alone_in_any_case() {
    Series series = twoLines("pip", "uv", List.of("one"));

    assertEquals("70 70", text(Weeks.of(series, UV)));
    assertEquals("0 0", text(Weeks.of(series, new Filter.Category(Dimension.INSTALLER, "poetry"))));
  }

  @Test
  void of_versions_are_the_sum_of_their_lines() {
    assertEquals(
        "77 77",
        text(
            Weeks.of(twoLines("2.0", "2.1", List.of("one")), new Filter.Versions(List.of("2.*")))));
  }

  @Test
  void of_a_part_begin_with_its_first_day_since_none_may_be_kept_before() {
    long[] downloads = new long[50];
    Arrays.fill(downloads, 29, 50, 1);
    Series series =
        series(starts(50, NEWEST, day -> true), List.of("uv"), List.of("one"), downloads);

    assertEquals("7 7 7", text(Weeks.of(series, UV)));
    assertEquals("0 0 0 0 7 7 7", text(Weeks.of(series, Filter.NONE)));
    assertEquals("", text(Weeks.of(series(series.starts(), List.of(), List.of("one")), UV)));
  }

  @Test
  void of_a_part_are_not_known_if_the_days_are_from_several_sources() {
    List<String> sources = List.of("pypistats", "clickhouse");

    assertEquals("", text(Weeks.of(twoLines("pip", "uv", sources), UV)));
    assertEquals("77 77", text(Weeks.of(twoLines("", "x", sources), Filter.NONE)));
  }

  @Test
  void are_asked_for_by_what_the_filter_names_up_to_the_newest_day_of_the_total() {
    DayRange days = new DayRange(NEWEST.minus(120), NEWEST);
    assertEquals(query(days, new Split.Nothing()), asked(Filter.NONE));
    assertEquals(
        query(days, new Split.Versions(List.of("2.*"))),
        asked(new Filter.Versions(List.of("2.*"))));
    assertEquals(query(days, new Split.Categories(Dimension.INSTALLER)), asked(UV));
  }

  private static SeriesQuery query(DayRange days, Split split) {
    return new SeriesQuery(days, split, Interval.DAY, Measure.WITHOUT_MIRRORS);
  }

  private static SeriesQuery asked(Filter filter) {
    return Weeks.query(
        new TotalQuery(LookupFixture.name("demo"), Window.MONTH, Measure.WITHOUT_MIRRORS, filter),
        NEWEST);
  }

  /** One download a day, and ten a day in the second line, on the newest 14 days. */
  private static Series twoLines(String first, String second, List<String> sources) {
    long[] one = LongStream.generate(() -> 1).limit(14).toArray();
    long[] ten = LongStream.generate(() -> 10).limit(14).toArray();
    return series(starts(14, NEWEST, day -> true), List.of(first, second), sources, one, ten);
  }

  /** One download on each known day; days are numbered back from the newest one, which is 0. */
  private static Series days(int count, Day newest, IntPredicate isKnown) {
    List<Day> starts = starts(count, newest, isKnown);
    return series(
        starts,
        List.of(""),
        List.of("one"),
        Collections.nCopies(starts.size(), 1L).stream().mapToLong(Long::longValue).toArray());
  }

  private static List<Day> starts(int count, Day newest, IntPredicate isKnown) {
    return IntStream.range(0, count)
        .map(i -> count - 1 - i)
        .filter(isKnown)
        .mapToObj(newest::minus)
        .toList();
  }

  private static Series series(
      List<Day> starts, List<String> lines, List<String> sources, long[]... downloads) {
    Basis basis =
        new Basis(DayRange.of(NEWEST), starts.size(), sources, Measure.WITHOUT_MIRRORS, false);
    return new Series(
        starts, starts.stream().mapToInt(day -> 1).toArray(), lines, downloads, basis);
  }

  private static String text(List<Long> weeks) {
    return String.join(" ", weeks.stream().map(week -> Long.toString(week)).toList());
  }
}
