package dev.blazon.api.page;

import dev.blazon.api.compare.CompareQuery;
import dev.blazon.api.compare.Comparisons;
import dev.blazon.api.stats.Deadline;
import dev.blazon.api.stats.Stats;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Supplier;

/** Finds what the pages about the counts of several projects show. Thread-safe. */
final class CountPages {

  private final Stats stats;
  private final Comparisons comparisons;
  private final Duration patience;

  /**
   * @param patience how long a page waits for counts
   */
  CountPages(Stats stats, Comparisons comparisons, Duration patience) {
    this.stats = stats;
    this.comparisons = comparisons;
    this.patience = patience;
  }

  Future<Supplier<PageAnswer>> compare(Site site, Form query) {
    return comparisons
        .compare(CompareQuery.read(query::raw), Deadline.in(patience))
        .map(compared -> () -> CompareView.of(site, compared));
  }

  Future<Supplier<PageAnswer>> top(Site site, Form query) {
    RankingQuery ranking = RankingQuery.top(query);
    return RankingAnswers.ask(stats, ranking, patience)
        .map(answers -> () -> TopView.of(site, ranking, answers));
  }

  Future<Supplier<PageAnswer>> rising(Site site, Form query) {
    RankingQuery ranking = RankingQuery.rising(query);
    return RankingAnswers.ask(stats, ranking, patience)
        .map(answers -> () -> RisingView.of(site, ranking, answers));
  }

  /** The status page: the counts, and this process. */
  Future<Supplier<PageAnswer>> status(Site site, ServiceStatus status) {
    return stats.ledger(patience).map(ledger -> () -> StatusView.of(site, status, ledger));
  }
}
