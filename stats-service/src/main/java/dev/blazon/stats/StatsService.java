package dev.blazon.stats;

import dev.blazon.count.CountAnswer;
import dev.blazon.count.CountAnswer.Reason;
import dev.blazon.count.Filter;
import dev.blazon.count.Ledger;
import dev.blazon.count.Measure;
import dev.blazon.count.Rank;
import dev.blazon.count.RankedProject;
import dev.blazon.count.RankingList;
import dev.blazon.count.Series;
import dev.blazon.count.SeriesQuery;
import dev.blazon.count.Split;
import dev.blazon.count.Total;
import dev.blazon.count.TotalQuery;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import dev.blazon.service.BoundedWorkers;
import dev.blazon.service.Contexts;
import dev.blazon.service.DaemonThreads;
import dev.blazon.service.OverloadedException;
import dev.blazon.service.log.InternalErrors;
import dev.blazon.stats.demand.EmptyProjects;
import dev.blazon.stats.packed.DamagedBlobException;
import dev.blazon.stats.query.DownloadQueries;
import dev.blazon.stats.schedule.Schedule;
import dev.blazon.stats.store.StoreException;
import dev.blazon.upstream.Upstreams;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Answers questions about downloads, and keeps the counts up to date. Nothing of it is loaded, and
 * the database is not opened, before the first question or import. Its futures never fail, and
 * complete on the caller's Vert.x context, if there is one. Thread-safe and non-blocking; create
 * one per process.
 */
public final class StatsService {

  /** A read takes microseconds; a database of another machine, a round trip. */
  private static final int READERS = 4;

  private static final int READS_WAITING = 1_024;

  private final BoundedWorkers readers;
  private final Database database;
  private final StatsMetrics metrics;
  private final Background background;
  private final Optional<Supplier<Fetching>> fetchingWhenNeeded;
  private Optional<Fetching> fetching = Optional.empty();

  /**
   * Creates the service; see {@link #close}.
   *
   * @param config its mode is not {@link StatsMode#OFF}
   * @param upstreams opens the clients of sources when they are first needed; closed by the caller
   */
  public static StatsService create(
      Vertx vertx, StatsConfig config, Upstreams upstreams, Clock clock, MeterRegistry metrics) {
    return new StatsService(vertx, config, upstreams, clock, metrics);
  }

  private StatsService(
      Vertx vertx, StatsConfig config, Upstreams upstreams, Clock clock, MeterRegistry registry) {
    readers = new BoundedWorkers(vertx, "stats", READERS, READS_WAITING, registry);
    database = new Database(config.database(), clock);
    metrics = new StatsMetrics(registry, clock, database);
    StatsSources sources = new StatsSources(config, upstreams, clock);
    EmptyProjects empty = new EmptyProjects(clock);
    Imports imports = new Imports(config, sources, database, empty, clock);
    fetchingWhenNeeded =
        config.mode() == StatsMode.ON_DEMAND
            ? Optional.of(
                () ->
                    new Fetching(
                        vertx,
                        sources,
                        database,
                        imports,
                        empty,
                        this::read,
                        metrics,
                        clock,
                        registry))
            : Optional.empty();
    Runnable whenImported =
        config.ping().<Runnable>map(url -> new Ping(url, upstreams)).orElse(() -> {});
    background = new Background(database, metrics);
    imports
        .nightly(registry)
        .map(nightly -> new Schedule(nightly, whenImported, clock))
        .ifPresent(background::begin);
  }

  /** How often a project was downloaded. */
  public Future<CountAnswer<Total>> total(TotalQuery query, Duration within) {
    boolean isPlain = query.filter() instanceof Filter.None;
    boolean isAllTime = query.window() == Window.ALL;
    return answer(
        new ProjectQuestion<>(
            query.project(),
            queries -> queries.answer(query),
            isPlain && !isAllTime,
            isPlain && isAllTime ? Optional.of(CountAnswer.Counted<Total>::new) : Optional.empty()),
        within);
  }

  /** The downloads of a project over time. */
  public Future<CountAnswer<Series>> series(
      ProjectName project, SeriesQuery query, Duration within) {
    return answer(
        new ProjectQuestion<>(
            project,
            queries -> queries.answer(project, query),
            query.split() instanceof Split.Nothing,
            Optional.empty()),
        within);
  }

  /** The place of a project among all projects. */
  public Future<CountAnswer<Rank>> rank(
      ProjectName project, Window window, Measure measure, Duration within) {
    return read(
        within,
        queries ->
            queries
                .rank(project, window, measure)
                .<CountAnswer<Rank>>map(CountAnswer.Counted::new)
                .orElseGet(() -> new CountAnswer.NoDownloads<>(Optional.empty())));
  }

  /** The first places of a ranking. */
  public Future<CountAnswer<List<RankedProject>>> top(
      RankingList list, Measure measure, int places, Duration within) {
    return read(within, queries -> new CountAnswer.Counted<>(queries.top(list, measure, places)));
  }

  /** Which days were imported for all projects, and on which days counting changed. */
  public Future<CountAnswer<Ledger>> ledger(Duration within) {
    return read(within, queries -> new CountAnswer.Counted<>(queries.ledger()));
  }

  /** Ends all work and closes the database; does not close Vert.x. */
  public Future<Void> close() {
    return readers
        .close()
        .transform(
            ended -> {
              Promise<Void> closed = Promise.promise();
              DaemonThreads.named("stats-stop").newThread(() -> stop(closed)).start();
              return Contexts.resumeOnCaller(closed.future());
            });
  }

  /** It may wait for a transaction to be undone. */
  private void stop(Promise<Void> closed) {
    try {
      synchronized (this) {
        fetching.ifPresent(Fetching::close);
      }
      background.close();
      database.close();
    } catch (RuntimeException e) {
      InternalErrors.log(e, "the counts could not be closed");
    }
    closed.complete();
  }

  /** Made at the first question, since it opens the clients of sources. */
  private synchronized Optional<Fetching> fetching() {
    if (fetching.isEmpty() && fetchingWhenNeeded.isPresent()) {
      fetching = Optional.of(fetchingWhenNeeded.get().get());
      background.begin(fetching.get().upkeep());
    }
    return fetching;
  }

  private <T> Future<CountAnswer<T>> answer(ProjectQuestion<T> question, Duration within) {
    Optional<Fetching> onDemand = fetching();
    return onDemand.isPresent()
        ? inTime(onDemand.get().answers().answer(question, within), within)
        : read(within, question.read());
  }

  private <T> Future<CountAnswer<T>> read(
      Duration within, Function<DownloadQueries, CountAnswer<T>> question) {
    return inTime(read(open -> question.apply(open.queries())), within);
  }

  private <T> Future<T> read(Function<Database.Opened, T> question) {
    return readers.run(() -> database.read(question::apply));
  }

  private <T> Future<CountAnswer<T>> inTime(Future<CountAnswer<T>> answer, Duration within) {
    return Contexts.resumeOnCaller(
        answer
            .timeout(Math.max(1, within.toMillis()), TimeUnit.MILLISECONDS)
            .otherwise(problem -> new CountAnswer.Unanswered<>(reason(problem)))
            .onSuccess(metrics::count));
  }

  private static Reason reason(Throwable problem) {
    if (problem instanceof OverloadedException) {
      return Reason.BUSY;
    }
    if (problem instanceof TimeoutException) {
      return Reason.SLOW;
    }
    if (!(problem instanceof StoreException || problem instanceof DamagedBlobException)) {
      InternalErrors.log(problem, "downloads cannot be read");
    } // Else the database has logged it, once.
    return Reason.FAILED;
  }
}
