package dev.blazon.api.chart;

import dev.blazon.count.Basis;
import dev.blazon.count.DayRange;
import dev.blazon.count.Interval;
import dev.blazon.count.Series;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Cuts off the beginning of a series of parts. Totals are kept for ever, and parts are not: before
 * their first day all downloads belong to no part, and a chart of them would begin with a cliff.
 */
final class Kept {

  private Kept() {}

  /**
   * The series from the first stretch of which the parts are known; the same if it has no parts.
   */
  static Series of(Series series, Span span) {
    int first = firstWithParts(series);
    if (first == 0) {
      return series;
    }
    // Of a week or month the first days may be known as totals only.
    int from = span.interval() == Interval.DAY ? first : first + 1;
    int times = series.starts().size();
    if (from >= times) {
      return series;
    }
    int[] known = Arrays.copyOfRange(series.knownDays(), from, times);
    Basis basis = series.basis();
    return new Series(
        series.starts().subList(from, times),
        known,
        series.lines(),
        Arrays.stream(series.downloads())
            .map(line -> Arrays.copyOfRange(line, from, times))
            .toArray(long[][]::new),
        new Basis(
            new DayRange(series.starts().get(from), basis.days().last()),
            Arrays.stream(known).sum(),
            basis.sources(),
            basis.measure(),
            basis.breaks()));
  }

  /** The first time at which a part has downloads; 0 if none ever has. */
  private static int firstWithParts(Series series) {
    int[] named =
        IntStream.range(0, series.lines().size())
            .filter(line -> !series.lines().get(line).isEmpty())
            .toArray();
    return IntStream.range(0, series.starts().size())
        .filter(time -> Arrays.stream(named).anyMatch(l -> series.downloads()[l][time] > 0))
        .findFirst()
        .orElse(0);
  }
}
