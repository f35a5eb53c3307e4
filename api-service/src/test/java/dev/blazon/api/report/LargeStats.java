package dev.blazon.api.report;

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
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** The counts of a project with very many versions; it tells how many readers it had at once. */
public final class LargeStats implements Stats {

  public static final int VERSIONS = 2_000;

  private static final int DAYS = 180;
  private static final long DOWNLOADS = 123_456;

  public static final long TOTAL = DOWNLOADS * VERSIONS * DAYS;

  private static final DayRange RANGE =
      new DayRange(Day.of(2026, 8, 26).minus(DAYS - 1), Day.of(2026, 8, 26));
  private static final Basis BASIS = new Basis(RANGE, DAYS, List.of("made up"), Measure.ALL, false);

  private final AtomicInteger readers = new AtomicInteger();
  private final AtomicInteger mostReaders = new AtomicInteger();

  public int mostAtOnce() {
    return mostReaders.get();
  }

  @Override
  public Future<CountAnswer<Total>> total(TotalQuery query, Duration within) {
    return answer(new Total(TOTAL, BASIS));
  }

  @Override
  public Future<CountAnswer<Series>> series(
      ProjectName project, SeriesQuery query, Duration within) {
    int now = readers.incrementAndGet();
    mostReaders.accumulateAndGet(now, Math::max);
    Promise<CountAnswer<Series>> later = Promise.promise();
    // In a later turn of the event loop, so that others can come in between.
    Vertx.currentContext()
        .runOnContext(
            turn -> {
              readers.decrementAndGet();
              later.complete(new CountAnswer.Counted<>(series()));
            });
    return later.future();
  }

  private static Series series() {
    long[][] downloads = new long[VERSIONS][DAYS];
    for (long[] line : downloads) {
      Arrays.fill(line, DOWNLOADS);
    }
    return new Series(
        RANGE.days(),
        IntStream.generate(() -> 1).limit(DAYS).toArray(),
        IntStream.range(0, VERSIONS).mapToObj(i -> "1." + i).toList(),
        downloads,
        BASIS);
  }

  @Override
  public Future<CountAnswer<Rank>> rank(
      ProjectName project, Window window, Measure measure, Duration within) {
    return Future.succeededFuture(new CountAnswer.Unanswered<>(CountAnswer.Reason.UNKNOWN));
  }

  @Override
  public Future<CountAnswer<List<RankedProject>>> top(
      RankingList list, Measure measure, int places, Duration within) {
    return answer(List.of());
  }

  @Override
  public Future<CountAnswer<Ledger>> ledger(Duration within) {
    return answer(new Ledger(List.of(), List.of()));
  }

  private static <T> Future<CountAnswer<T>> answer(T value) {
    return Future.succeededFuture(new CountAnswer.Counted<>(value));
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }
}
