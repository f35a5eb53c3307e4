package dev.blazon.stats.source.series;

import dev.blazon.count.Day;

/**
 * All downloads of a project, mirrors included.
 *
 * @param last the newest day that is counted
 */
public record PepyTotal(long downloads, Day last) {

  /** PyPI's public dataset, which pepy counts, begins here. */
  public static final Day FIRST = Day.of(2016, 1, 22);
}
