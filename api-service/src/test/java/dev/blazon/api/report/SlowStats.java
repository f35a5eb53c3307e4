package dev.blazon.api.report;

import dev.blazon.api.stats.Stats;
import dev.blazon.count.CountAnswer;
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
import dev.blazon.service.Contexts;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;

/** Counts that have no answer: at once, later, or never. */
public final class SlowStats implements Stats {

  private final Promise<CountAnswer.Reason> reason = Promise.promise();
  private final boolean broken;

  public SlowStats(CountAnswer.Reason reason) {
    this(false);
    this.reason.complete(reason);
  }

  private SlowStats(boolean broken) {
    this.broken = broken;
  }

  /** Does not answer before it is told to. */
  public static SlowStats silent() {
    return new SlowStats(false);
  }

  /** Throws. */
  public static SlowStats broken() {
    return new SlowStats(true);
  }

  public void answerAll(CountAnswer.Reason now) {
    reason.complete(now);
  }

  private <T> Future<CountAnswer<T>> answer() {
    if (broken) {
      throw new IllegalStateException("broken on purpose");
    }
    return Contexts.resumeOnCaller(reason.future()).map(CountAnswer.Unanswered::new);
  }

  @Override
  public Future<CountAnswer<Total>> total(TotalQuery query, Duration within) {
    return answer();
  }

  @Override
  public Future<CountAnswer<Series>> series(
      ProjectName project, SeriesQuery query, Duration within) {
    return answer();
  }

  @Override
  public Future<CountAnswer<Rank>> rank(
      ProjectName project, Window window, Measure measure, Duration within) {
    return answer();
  }

  @Override
  public Future<CountAnswer<List<RankedProject>>> top(
      RankingList list, Measure measure, int places, Duration within) {
    return answer();
  }

  @Override
  public Future<CountAnswer<Ledger>> ledger(Duration within) {
    return answer();
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }
}
