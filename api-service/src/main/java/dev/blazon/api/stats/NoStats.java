package dev.blazon.api.stats;

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
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;

/** No counts: the operator has switched them off. Thread-safe. */
public final class NoStats implements Stats {

  @Override
  public Future<CountAnswer<Total>> total(TotalQuery query, Duration within) {
    return off();
  }

  @Override
  public Future<CountAnswer<Series>> series(
      ProjectName project, SeriesQuery query, Duration within) {
    return off();
  }

  @Override
  public Future<CountAnswer<Rank>> rank(
      ProjectName project, Window window, Measure measure, Duration within) {
    return off();
  }

  @Override
  public Future<CountAnswer<List<RankedProject>>> top(
      RankingList list, Measure measure, int places, Duration within) {
    return off();
  }

  @Override
  public Future<CountAnswer<Ledger>> ledger(Duration within) {
    return off();
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }

  private static <T> Future<CountAnswer<T>> off() {
    return Future.succeededFuture(new CountAnswer.Unanswered<>(CountAnswer.Reason.OFF));
  }
}
