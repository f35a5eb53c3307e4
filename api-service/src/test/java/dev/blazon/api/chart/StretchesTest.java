package dev.blazon.api.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.api.question.DatedLedger;
import dev.blazon.count.Basis;
import dev.blazon.count.CountingRule;
import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.DayState;
import dev.blazon.count.Interval;
import dev.blazon.count.Ledger;
import dev.blazon.count.LedgerEntry;
import dev.blazon.count.Measure;
import dev.blazon.count.Scope;
import dev.blazon.count.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StretchesTest {

  /** Each known day counts one, so that a number is how many days of the stretch are known. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // 2026-08-03 is a Monday.
        "DAY   | 2026-08-03 | 2026-08-06 | ''                    | 2026-08-03=1 2026-08-04=1"
            + " 2026-08-05=1 2026-08-06=1",
        "DAY   | 2026-08-03 | 2026-08-06 | 2026-08-04            | 2026-08-03=1 2026-08-04=-1"
            + " 2026-08-05=1 2026-08-06=1",
        "DAY   | 2026-08-03 | 2026-08-03 | ''                    | 2026-08-03=1",
        "WEEK  | 2026-08-03 | 2026-08-23 | ''                    | 2026-08-03=7 2026-08-10=7"
            + " 2026-08-17=7",
        "WEEK  | 2026-08-03 | 2026-08-25 | ''                    | 2026-08-03=7 2026-08-10=7"
            + " 2026-08-17=7",
        "WEEK  | 2026-08-05 | 2026-08-25 | ''                    | 2026-08-10=7 2026-08-17=7",
        "WEEK  | 2026-08-05 | 2026-08-12 | ''                    | 2026-08-03=5 2026-08-10=3",
        "WEEK  | 2026-08-05 | 2026-08-05 | ''                    | 2026-08-03=1",
        "WEEK  | 2026-08-03 | 2026-08-23 | 2026-08-11            | 2026-08-03=7 2026-08-10=6"
            + " 2026-08-17=7",
        "MONTH | 2026-06-15 | 2026-09-20 | ''                    | 2026-07-01=31 2026-08-01=31",
      })
  void incomplete_ends_are_left_out_and_gaps_are_missing(
      Interval interval, String first, String last, String missing, String numbers) {
    Series series = series(interval, first, last, missing);

    Stretches stretches = new Stretches(series, interval);

    List<String> shown = new ArrayList<>();
    long[] counted = stretches.numbers(series.downloads()[0]);
    for (int i = 0; i < counted.length; i++) {
      shown.add(stretches.dates().get(i) + "=" + counted[i]);
    }
    assertEquals(numbers, String.join(" ", shown));
  }

  @Test
  void a_week_of_which_no_day_is_known_is_missing() {
    Series whole = series(Interval.WEEK, "2026-08-03", "2026-08-30", "");
    Series series =
        new Series(
            List.of(whole.starts().get(0), whole.starts().get(2), whole.starts().get(3)),
            new int[] {7, 7, 7},
            List.of(""),
            new long[][] {{1, 2, 3}},
            whole.basis());

    Stretches stretches = new Stretches(series, Interval.WEEK);

    assertEquals("[1, -1, 2, 3]", Arrays.toString(stretches.numbers(series.downloads()[0])));
    assertEquals(Set.of(), stretches.suspects(ledger("2026-01-01")));
  }

  @Test
  void a_stretch_is_suspect_if_a_day_is_odd_or_missing() {
    Series days = series(Interval.DAY, "2026-08-03", "2026-08-23", "");
    assertEquals(Set.of(2), new Stretches(days, Interval.DAY).suspects(ledger("2026-08-05")));

    Series weeks = series(Interval.WEEK, "2026-08-03", "2026-08-23", "2026-08-11");
    assertEquals(Set.of(1, 2), new Stretches(weeks, Interval.WEEK).suspects(ledger("2026-08-23")));
  }

  private static DatedLedger ledger(String suspect) {
    return new DatedLedger(
        new Ledger(
            List.of(
                new LedgerEntry(
                    Day.parse(suspect).orElseThrow(),
                    "file",
                    Scope.ALL_PROJECTS,
                    CountingRule.REQUESTS,
                    DayState.SUSPECT,
                    1,
                    new Counts(1, 1),
                    0,
                    Set.of(Measure.ALL),
                    Set.of(),
                    Instant.EPOCH)),
            List.of()));
  }

  private static Series series(Interval interval, String first, String last, String missing) {
    DayRange days = new DayRange(Day.parse(first).orElseThrow(), Day.parse(last).orElseThrow());
    List<Day> known =
        days.days().stream().filter(day -> !missing.contains(day.toString())).toList();
    TreeMap<Day, Integer> times = new TreeMap<>();
    known.forEach(day -> times.merge(interval.start(day), 1, Integer::sum));
    int[] counts = times.values().stream().mapToInt(Integer::intValue).toArray();
    return new Series(
        List.copyOf(times.keySet()),
        counts,
        List.of(""),
        Stream.of(counts)
            .map(c -> Arrays.stream(c).asLongStream().toArray())
            .toArray(long[][]::new),
        new Basis(days, known.size(), List.of("file"), Measure.ALL, false));
  }
}
