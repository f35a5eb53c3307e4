package dev.blazon.api.question;

import dev.blazon.api.lookup.Answer;
import dev.blazon.api.lookup.Lookups;
import dev.blazon.api.lookup.ProjectKey;
import dev.blazon.api.stats.Deadline;
import dev.blazon.api.stats.Stats;
import dev.blazon.count.CountAnswer;
import dev.blazon.count.Day;
import dev.blazon.count.Filter;
import dev.blazon.count.Ledger;
import dev.blazon.count.Measure;
import dev.blazon.count.Rank;
import dev.blazon.count.RankedProject;
import dev.blazon.count.RankingList;
import dev.blazon.count.Series;
import dev.blazon.count.SeriesQuery;
import dev.blazon.count.Total;
import dev.blazon.count.TotalQuery;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * Asks the stats service. An answer is empty if there were no downloads; a future fails with {@link
 * RefusedException} if there is no answer now. Thread-safe.
 */
public final class Questions {

  private final Stats stats;
  private final Lookups lookups;
  private volatile DatedLedger known = new DatedLedger(new Ledger(List.of(), List.of()));

  public Questions(Stats stats, Lookups lookups) {
    this.stats = stats;
    this.lookups = lookups;
  }

  public Future<Optional<Total>> total(
      ProjectName project, Window window, Measure measure, Deadline deadline) {
    return counted(
        stats.total(new TotalQuery(project, window, measure, Filter.NONE), deadline.left()));
  }

  public Future<Optional<Series>> series(
      ProjectName project, SeriesQuery query, Deadline deadline) {
    return counted(stats.series(project, query, deadline.left()));
  }

  /** The place of a project; also empty if that is not known now. */
  public Future<Optional<Rank>> rank(
      ProjectName project, Window window, Measure measure, Deadline deadline) {
    return stats.rank(project, window, measure, deadline.left()).map(CountAnswer::found);
  }

  public Future<List<RankedProject>> top(
      RankingList list, Measure measure, int places, Deadline deadline) {
    return counted(stats.top(list, measure, places, deadline.left()))
        .map(found -> found.orElse(List.of()));
  }

  /** The newest day on which a project's downloads are known. */
  public Future<Optional<Day>> newestDay(ProjectName project, Deadline deadline) {
    return total(project, Window.DAY, Measure.ALL, deadline)
        .map(total -> total.map(day -> day.basis().days().last()));
  }

  /** Which days were imported. */
  public Future<DatedLedger> ledger(Deadline deadline) {
    return counted(stats.ledger(deadline.left()))
        .map(ledger -> dated(ledger.orElseGet(() -> new Ledger(List.of(), List.of()))));
  }

  /** The stats service gives the same ledger until something was imported. */
  private DatedLedger dated(Ledger ledger) {
    DatedLedger before = known;
    if (before.ledger() == ledger) {
      return before;
    }
    DatedLedger now = new DatedLedger(ledger);
    known = now;
    return now;
  }

  /**
   * Completes if a project without downloads exists: it is new, or nobody wanted it. Fails if PyPI
   * does not know it.
   */
  public Future<Void> mustExist(ProjectName project, Deadline deadline) {
    return lookups
        .find(ProjectKey.of(project), deadline.left())
        .compose(
            answer -> {
              if (answer instanceof Answer.Failed<?>) {
                return Future.failedFuture(Refusal.noPypi());
              }
              return answer instanceof Answer.Known<?>
                  ? Future.succeededFuture()
                  : Future.failedFuture(Refusal.unknownProject(project.written()));
            });
  }

  private static <T> Future<Optional<T>> counted(Future<CountAnswer<T>> question) {
    return question.map(
        answer -> {
          if (answer instanceof CountAnswer.Unanswered<T> unanswered) {
            throw new RefusedException(Refusal.of(unanswered.reason()));
          }
          return answer.found();
        });
  }
}
