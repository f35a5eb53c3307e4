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
import dev.blazon.service.Flights;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A stats service whose ledger is asked for once in some seconds, for all pages, charts and
 * reports: most need it, and one of many years is long. Thread-safe.
 */
public final class RecentLedger implements Stats {

  /** A ledger changes with an import; this is how late a reader may learn of one. */
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final Stats service;
  private final Flights<String, CountAnswer<Ledger>> flights = new Flights<>();
  private volatile Optional<Asked> last = Optional.empty();

  /** An answer, and when it was asked for, as {@link System#nanoTime} gives it. */
  private record Asked(CountAnswer<Ledger> answer, long nanos) {}

  public RecentLedger(Stats service) {
    this.service = service;
  }

  @Override
  public Future<CountAnswer<Ledger>> ledger(Duration within) {
    Optional<Asked> known = last;
    if (known.isPresent() && System.nanoTime() - known.get().nanos() < FRESH.toNanos()) {
      return Future.succeededFuture(known.get().answer());
    }
    return flights.join("the one", () -> ask(within));
  }

  /** Failures are not remembered. */
  private Future<CountAnswer<Ledger>> ask(Duration within) {
    long asked = System.nanoTime();
    return service
        .ledger(within)
        .onSuccess(
            answer -> {
              if (answer instanceof CountAnswer.Counted<Ledger>) {
                last = Optional.of(new Asked(answer, asked));
              }
            });
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
  public Future<Void> close() {
    return service.close();
  }
}
