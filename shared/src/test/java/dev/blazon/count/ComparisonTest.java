package dev.blazon.count;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

  private static final Day FIRST = Day.of(2026, 9, 1);

  /** The days are those of September on which there are numbers. */
  @ParameterizedTest
  @CsvSource({
    "1, 5 8,               none,       5 -> 8 = 60.0",
    "1, 5 8,               2026-09-01, 5 -> 8 = 60.0", // Both days are of the new way.
    "1, 5 8,               2026-09-02, across 2026-09-02",
    "2, 1 2 3 4,           none,       3 -> 7 = 133.33",
    "2, 9 1 2 3 4,         2026-09-02, 3 -> 7 = 133.33",
    "2, 9 1 2 3 4,         2026-09-03, across 2026-09-03",
    "2, 1 2 - 3 4,         none,       3 -> 7 = 133.33", // A missing day is not a day of zero.
    "2, 1 2 - 3 4,         2026-09-03, across 2026-09-03",
    "2, 0 0 3 4,           none,       0 -> 7 = none",
    "2, 4 3 0 0,           none,       7 -> 0 = -100.0",
    "2, 1 2 3,             none,       unknown",
    "7, 1 2 3,             none,       unknown",
  })
  void a_window_is_compared_with_as_many_known_days_before(
      int length, String numbers, String change, String expected) {
    List<CountingBreak> breaks =
        Day.parse(change).map(day -> List.of(new CountingBreak(day, "why"))).orElse(List.of());

    assertEquals(expected, words(Comparison.of(series(numbers.split(" ")), length, breaks)));
  }

  private static String words(Comparison comparison) {
    if (comparison instanceof Comparison.AcrossBreak across) {
      return "across " + across.change().day();
    }
    if (comparison instanceof Comparison.Change change) {
      Optional<Double> percent = change.percent().map(p -> Math.round(100 * p) / 100.0);
      String shown = percent.map(String::valueOf).orElse("none");
      return change.before() + " -> " + change.now() + " = " + shown;
    }
    return "unknown";
  }

  /** All numbers in one line, and as many in another that is always zero. */
  private static Series series(String... numbers) {
    List<Day> days =
        IntStream.range(0, numbers.length)
            .filter(i -> !numbers[i].equals("-"))
            .mapToObj(FIRST::plus)
            .toList();
    long[] downloads =
        Arrays.stream(numbers).filter(n -> !n.equals("-")).mapToLong(Long::parseLong).toArray();
    int[] known = new int[days.size()];
    Arrays.fill(known, 1);
    Basis basis =
        new Basis(
            new DayRange(FIRST, days.get(days.size() - 1)),
            days.size(),
            List.of("file"),
            Measure.ALL,
            false);
    return new Series(
        days,
        known,
        List.of("1.0", ""),
        new long[][] {downloads, new long[downloads.length]},
        basis);
  }
}
