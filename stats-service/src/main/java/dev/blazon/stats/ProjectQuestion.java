package dev.blazon.stats;

import dev.blazon.count.CountAnswer;
import dev.blazon.count.CountAnswer.Reason;
import dev.blazon.count.Total;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.query.DownloadQueries;
import java.util.Optional;
import java.util.function.Function;

/**
 * A question about one project.
 *
 * @param read reads the answer from the store
 * @param newestDaysHelp whether totals of the newest days can answer it
 * @param fromTotal makes an answer of an all-time total, if that can be one
 */
record ProjectQuestion<T>(
    ProjectName project,
    Function<DownloadQueries, CountAnswer<T>> read,
    boolean newestDaysHelp,
    Optional<Function<Total, CountAnswer<T>>> fromTotal) {

  /** Whether an answer says that more of the project's history would be needed. */
  static boolean lacksHistory(CountAnswer<?> answer) {
    return answer instanceof CountAnswer.Unanswered<?> unanswered
        && unanswered.reason() == Reason.UNKNOWN;
  }
}
