package dev.blazon.api.lookup;

import dev.blazon.api.stats.Deadline;
import dev.blazon.api.stats.Stats;
import dev.blazon.count.CountAnswer;
import dev.blazon.count.CountAnswer.Counted;
import dev.blazon.count.CountAnswer.Reason;
import dev.blazon.count.CountAnswer.Unanswered;
import dev.blazon.count.Day;
import dev.blazon.count.Series;
import dev.blazon.count.Total;
import dev.blazon.count.WeeklyCourse;
import dev.blazon.upstream.Fetched;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Asks the stats service for a number of downloads, and then for the days up to its newest one.
 * Both together take no longer than a number alone may.
 */
final class CourseSource implements FactSource<CourseKey, WeeklyCourse> {

  private final DownloadsSource totals;
  private final Stats stats;
  private final Duration within;

  /**
   * @param within how long the stats service may take
   */
  CourseSource(DownloadsSource totals, Stats stats, Duration within) {
    this.totals = totals;
    this.stats = stats;
    this.within = within;
  }

  @Override
  public Future<Fetched<WeeklyCourse>> fetch(CourseKey key, Optional<String> etag) {
    Deadline deadline = Deadline.in(within);
    return totals
        .fetch(key.total(), etag)
        .compose(
            fetched ->
                fetched instanceof Fetched.Document<Total> document
                    ? course(key, document.value(), deadline.left())
                    : Future.succeededFuture(withoutTotal(fetched)));
  }

  private Future<Fetched<WeeklyCourse>> course(CourseKey key, Total total, Duration left) {
    Day newest = total.basis().days().last();
    return stats
        .series(key.query().project(), Weeks.query(key.query(), newest), left)
        .map(answer -> course(key, total, answer));
  }

  private static Fetched<WeeklyCourse> course(
      CourseKey key, Total total, CountAnswer<Series> answer) {
    if (answer instanceof Unanswered<Series> none && none.reason() != Reason.UNKNOWN) {
      // A badge without its line would be kept as long as one with it.
      return Fetched.failed(DownloadsSource.trouble(none.reason()));
    }
    List<Long> weeks =
        answer instanceof Counted<Series> counted
            ? Weeks.of(counted.value(), key.query().filter())
            : List.of();
    return new Fetched.Document<>(new WeeklyCourse(total, weeks), Optional.empty());
  }

  private static Fetched<WeeklyCourse> withoutTotal(Fetched<Total> fetched) {
    return fetched instanceof Fetched.Failed<Total> failed
        ? Fetched.failed(failed.trouble())
        : new Fetched.Missing<>();
  }
}
