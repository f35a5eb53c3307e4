package dev.blazon.stats;

import dev.blazon.count.CountAnswer;
import dev.blazon.count.CountAnswer.Reason;
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
import dev.blazon.service.BoundedWorkers;
import dev.blazon.service.OverloadedException;
import dev.blazon.service.log.InternalErrors;
import dev.blazon.stats.query.DownloadQueries;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import dev.blazon.upstream.Upstreams;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Answers questions about downloads, and keeps the counts up to date. Nothing of it is loaded, and
 * the database is not opened, before the first question. Its futures never fail, and complete on
 * the caller's Vert.x context, if there is one. Thread-safe and non-blocking; create one per
 * process.
 */
public final class StatsService {

  /** A read takes microseconds; a database of another machine, a round trip. */
  private static final int READERS = 4;

  private static final int READS_WAITING = 1_024;

  private final BoundedWorkers readers;
  private final StoreLocation database;
  private Optional<Store> store = Optional.empty();

  /**
   * Creates the service; see {@link #close}.
   *
   * @param config its mode is not {@link StatsMode#OFF}
   * @param upstreams opens the clients of sources when they are first needed; closed by the caller
   */
  public static StatsService create(
      Vertx vertx, StatsConfig config, Upstreams upstreams, Clock clock, MeterRegistry metrics) {
    return new StatsService(vertx, config.database(), metrics);
  }

  private StatsService(Vertx vertx, StoreLocation database, MeterRegistry metrics) {
    this.database = database;
    this.readers = new BoundedWorkers(vertx, "stats", READERS, READS_WAITING, metrics);
  }

  /** How often a project was downloaded. */
  public Future<CountAnswer<Total>> total(TotalQuery query, Duration within) {
    return read(within, () -> queries().answer(query));
  }

  /** The downloads of a project over time. */
  public Future<CountAnswer<Series>> series(
      ProjectName project, SeriesQuery query, Duration within) {
    return read(within, () -> queries().answer(project, query));
  }

  /** The place of a project among all projects. */
  public Future<CountAnswer<Rank>> rank(
      ProjectName project, Window window, Measure measure, Duration within) {
    return read(within, () -> known(queries().rank(project, window, measure)));
  }

  /** The first places of a ranking. */
  public Future<CountAnswer<List<RankedProject>>> top(
      RankingList list, Measure measure, int places, Duration within) {
    return read(within, () -> new CountAnswer.Counted<>(queries().top(list, measure, places)));
  }

  /** Which days were imported for all projects, and on which days counting changed. */
  public Future<CountAnswer<Ledger>> ledger(Duration within) {
    return read(within, () -> new CountAnswer.Counted<>(queries().ledger()));
  }

  /** Ends all work and closes the database; does not close Vert.x. */
  public Future<Void> close() {
    return readers.close().onComplete(ended -> closeStore());
  }

  private static <T> CountAnswer<T> known(Optional<T> value) {
    return value
        .<CountAnswer<T>>map(CountAnswer.Counted::new)
        .orElseGet(() -> new CountAnswer.NoDownloads<>(Optional.empty()));
  }

  private <T> Future<CountAnswer<T>> read(Duration within, Callable<CountAnswer<T>> question) {
    return readers
        .run(question)
        .timeout(within.toMillis(), TimeUnit.MILLISECONDS)
        .otherwise(problem -> new CountAnswer.Unanswered<>(reason(problem)));
  }

  private static Reason reason(Throwable problem) {
    if (problem instanceof OverloadedException) {
      return Reason.BUSY;
    }
    if (problem instanceof TimeoutException) {
      return Reason.SLOW;
    }
    InternalErrors.log(problem, "downloads cannot be read");
    return Reason.FAILED;
  }

  private DownloadQueries queries() {
    return new DownloadQueries(store());
  }

  private synchronized Store store() {
    if (store.isEmpty()) {
      store = Optional.of(Store.open(database));
    }
    return store.get();
  }

  private synchronized void closeStore() {
    store.ifPresent(Store::close);
  }
}
