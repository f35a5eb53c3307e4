package dev.blazon.stats.source;

import dev.blazon.count.DayRange;
import dev.blazon.project.ProjectName;
import java.time.Duration;
import java.util.Set;

/** A source that can give many days of single projects. */
public non-sealed interface HistorySource extends Source {

  /** How many projects one call of {@link #readHistory} may name; at least 1. */
  int projectsAtOnce();

  /**
   * Sends all rows of some projects on some days. A day without a row is a day without downloads,
   * if it lies in {@link Delivery#days}. A project without rows is not an error.
   *
   * @param days the days that the caller wants; the source may have fewer, and says so in the
   *     delivery
   * @param within how long the source may take; it throws afterwards
   * @throws SourceException if the rows could not be had as a whole
   */
  Delivery readHistory(Set<ProjectName> projects, DayRange days, Duration within, RowSink rows)
      throws SourceException, InterruptedException;
}
