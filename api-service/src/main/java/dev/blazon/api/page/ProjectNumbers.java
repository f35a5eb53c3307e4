package dev.blazon.api.page;

import dev.blazon.count.Basis;
import dev.blazon.count.Comparison;
import dev.blazon.count.CountAnswer;
import dev.blazon.count.CountingBreak;
import dev.blazon.count.Day;
import dev.blazon.count.Rank;
import dev.blazon.count.Total;
import dev.blazon.count.Window;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a project's page shows of its downloads. */
sealed interface ProjectNumbers {

  /**
   * The downloads are known.
   *
   * @param newest the newest day
   * @param windows those windows that are known
   * @param comparisons with the window before
   * @param span the downloads of the chosen days, and what they rest on; empty if they could not be
   *     read in time
   * @param breaks the days among the chosen ones on which counting changed
   * @param tables those of the chosen days
   */
  record Counted(
      Day newest,
      Map<Window, Total> windows,
      Map<Window, Comparison> comparisons,
      Optional<Rank> rank,
      Optional<Span> span,
      List<CountingBreak> breaks,
      List<ShareTable> tables)
      implements ProjectNumbers {}

  /** The downloads of some days. */
  record Span(long downloads, Basis basis) {}

  /**
   * There were no downloads.
   *
   * @param isCounted whether that is known of any day
   */
  record Nothing(boolean isCounted) implements ProjectNumbers {}

  /** There are no numbers now. */
  record Unanswered(CountAnswer.Reason reason) implements ProjectNumbers {}
}
