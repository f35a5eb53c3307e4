package dev.blazon.api.testing;

import dev.blazon.api.stats.NoStats;
import dev.blazon.api.stats.Stats;
import dev.blazon.count.Basis;
import dev.blazon.count.CountAnswer;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A stats service that answers every question about a total or a series as the test says. */
public final class StubStats implements Stats {

  private static final Day NEWEST = Day.of(2026, 9, 28);

  private final Stats off = new NoStats();
  private final List<TotalQuery> queries = new CopyOnWriteArrayList<>();
  private final List<SeriesQuery> seriesQueries = new CopyOnWriteArrayList<>();
  private volatile Supplier<Future<CountAnswer<Total>>> answer =
      () -> answered(new CountAnswer.Unanswered<>(CountAnswer.Reason.OFF));

  private volatile Supplier<Future<CountAnswer<Series>>> series =
      () -> Future.succeededFuture(new CountAnswer.Unanswered<>(CountAnswer.Reason.OFF));

  /** A number that was counted on the last of so many days. */
  public static Total total(long downloads, int days) {
    return new Total(
        downloads, new Basis(newest(days), days, List.of("clickhouse"), Measure.ALL, false));
  }

  /** The newest days. */
  public static DayRange newest(int days) {
    return new DayRange(NEWEST.minus(days - 1), NEWEST);
  }

  public StubStats answer(CountAnswer<Total> always) {
    return answer(() -> answered(always));
  }

  public StubStats answer(Supplier<Future<CountAnswer<Total>>> each) {
    answer = each;
    return this;
  }

  public StubStats answerSeries(CountAnswer<Series> always) {
    return answerSeries(() -> Future.succeededFuture(always));
  }

  public StubStats answerSeries(Supplier<Future<CountAnswer<Series>>> each) {
    series = each;
    return this;
  }

  /** The questions about a total so far, in order. */
  public List<TotalQuery> queries() {
    return List.copyOf(queries);
  }

  /** The questions about a series so far, in order. */
  public List<SeriesQuery> seriesQueries() {
    return List.copyOf(seriesQueries);
  }

  @Override
  public Future<CountAnswer<Total>> total(TotalQuery query, Duration within) {
    queries.add(query);
    return answer.get();
  }

  @Override
  public Future<CountAnswer<Series>> series(
      ProjectName project, SeriesQuery query, Duration within) {
    seriesQueries.add(query);
    return series.get();
  }

  @Override
  public Future<CountAnswer<Rank>> rank(
      ProjectName project, Window window, Measure measure, Duration within) {
    return off.rank(project, window, measure, within);
  }

  @Override
  public Future<CountAnswer<List<RankedProject>>> top(
      RankingList list, Measure measure, int places, Duration within) {
    return off.top(list, measure, places, within);
  }

  @Override
  public Future<CountAnswer<Ledger>> ledger(Duration within) {
    return off.ledger(within);
  }

  @Override
  public Future<Void> close() {
    return off.close();
  }

  private static Future<CountAnswer<Total>> answered(CountAnswer<Total> answer) {
    return Future.succeededFuture(answer);
  }
}
