package dev.blazon.api.lookup;

import dev.blazon.count.CountingRule;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Filter;
import dev.blazon.count.Interval;
import dev.blazon.count.Series;
import dev.blazon.count.SeriesQuery;
import dev.blazon.count.Split;
import dev.blazon.count.TotalQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Adds the days of a series up to weeks, for a line that must not lie:
 *
 * <ul>
 *   <li>A point is a week, since days go up and down: on weekends there are a third fewer
 *       downloads.
 *   <li>A week is seven days that are known. A missing day is not a day without downloads; it makes
 *       the week reach further back, as it does with the windows of totals.
 *   <li>The weeks begin where PyPI began to count as it does now: numbers before and after such a
 *       break are not comparable.
 *   <li>Those of a part of the downloads begin with its first day that has any, since versions and
 *       categories are kept for a limited time: before it, nobody may have told anything.
 *   <li>Of a part, days of several sources give no weeks: one of them may not have told versions or
 *       categories, and its days would look like days without downloads.
 * </ul>
 */
final class Weeks {

  /** A quarter of a year: 90 days, in whole weeks. */
  private static final int MOST = 13;

  private static final int DAYS = 7;

  /** How far back is read: up to a month of missing days does not make the line shorter. */
  private static final int DAYS_READ = MOST * DAYS + 30;

  private Weeks() {}

  /**
   * The question about the days up to the newest one of a total.
   *
   * @param newest the last day that was counted
   */
  static SeriesQuery query(TotalQuery total, Day newest) {
    return new SeriesQuery(
        new DayRange(newest.minus(DAYS_READ - 1), newest),
        split(total.filter()),
        Interval.DAY,
        total.measure());
  }

  private static Split split(Filter filter) {
    if (filter instanceof Filter.Versions versions) {
      return new Split.Versions(versions.globs());
    }
    return filter instanceof Filter.Category category
        ? new Split.Categories(category.dimension())
        : new Split.Nothing();
  }

  /** The newest weeks of a series of days, from the oldest to the newest. */
  static List<Long> of(Series series, Filter filter) {
    boolean isPart = !(filter instanceof Filter.None);
    if (isPart && series.basis().sources().size() > 1) {
      return List.of();
    }
    long[] days = sums(series, filter);
    int first = firstComparable(series.starts());
    if (isPart) {
      first = Math.max(first, firstTold(series));
    }
    int count = Math.min(MOST, (days.length - first) / DAYS);
    List<Long> weeks = new ArrayList<>(count);
    for (int from = days.length - count * DAYS; from < days.length; from += DAYS) {
      weeks.add(Arrays.stream(days, from, from + DAYS).sum());
    }
    return weeks;
  }

  /** The downloads of each day that the filter lets through. */
  private static long[] sums(Series series, Filter filter) {
    long[] days = new long[series.starts().size()];
    for (int line = 0; line < series.lines().size(); line++) {
      if (counts(series.lines().get(line), filter)) {
        for (int day = 0; day < days.length; day++) {
          days[day] += series.downloads()[line][day];
        }
      }
    }
    return days;
  }

  /** The series was split by what the filter names; of categories it has all. */
  private static boolean counts(String line, Filter filter) {
    return !(filter instanceof Filter.Category category) || line.equalsIgnoreCase(category.value());
  }

  /** The place of the first day with downloads of any line. */
  private static int firstTold(Series series) {
    int days = series.starts().size();
    return IntStream.range(0, days)
        .filter(day -> Arrays.stream(series.downloads()).anyMatch(line -> line[day] > 0))
        .findFirst()
        .orElse(days);
  }

  /** The place of the first day that was counted as the newest one. */
  private static int firstComparable(List<Day> days) {
    int first = days.size();
    while (first > 0
        && CountingRule.on(days.get(first - 1)) == CountingRule.on(days.get(days.size() - 1))) {
      first--;
    }
    return first;
  }
}
