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
import dev.blazon.stats.StatsService;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;

/** The stats service within this process. Thread-safe. */
public final class InProcessStats implements Stats {

  private final StatsService service;

  public InProcessStats(StatsService service) {
    this.service = service;
  }

  @Override
  public Future<CountAnswer<Total>> total(TotalQuery query, Duration within) {
    return service.total(query, within);
  }

  @Override
  public Future<CountAnswer<Series>> series(
      ProjectName project, SeriesQuery query, Duration within) {
    return service.series(project, query, within);
  }

  @Override
  public Future<CountAnswer<Rank>> rank(
      ProjectName project, Window window, Measure measure, Duration within) {
    return service.rank(project, window, measure, within);
  }

  @Override
  public Future<CountAnswer<List<RankedProject>>> top(
      RankingList list, Measure measure, int places, Duration within) {
    return service.top(list, measure, places, within);
  }

  @Override
  public Future<CountAnswer<Ledger>> ledger(Duration within) {
    return service.ledger(within);
  }

  @Override
  public Future<Void> close() {
    return service.close();
  }
}
