package dev.blazon.api.page;

import dev.blazon.api.stats.Stats;
import dev.blazon.count.CountAnswer;
import dev.blazon.count.Ledger;
import dev.blazon.count.RankedProject;
import dev.blazon.count.RankingList;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the stats service knows of a ranking.
 *
 * @param elsewhere the places of the projects in the ranking of the next longer period; empty if
 *     there is none
 */
record RankingAnswers(
    CountAnswer<Ledger> ledger,
    CountAnswer<List<RankedProject>> places,
    Map<String, Integer> elsewhere) {

  /** Asks for everything at once. The future does not fail, and completes in the given time. */
  static Future<RankingAnswers> ask(Stats stats, RankingQuery query, Duration within) {
    Future<CountAnswer<Ledger>> ledger = stats.ledger(within);
    Future<CountAnswer<List<RankedProject>>> places =
        stats.top(query.list(), query.measure(), RankingQuery.PLACES, within);
    Future<CountAnswer<List<RankedProject>>> elsewhere =
        longer(query.list())
            .map(list -> stats.top(list, query.measure(), RankingQuery.PLACES, within))
            .orElseGet(
                () -> Future.succeededFuture(new CountAnswer.NoDownloads<>(Optional.empty())));
    return Future.all(ledger, places, elsewhere)
        .map(
            all ->
                new RankingAnswers(ledger.result(), places.result(), byName(elsewhere.result())));
  }

  /** The ranking beside which a rise or a fall shows. */
  static Optional<RankingList> longer(RankingList list) {
    return switch (list) {
      case DAY -> Optional.of(RankingList.WEEK);
      case WEEK -> Optional.of(RankingList.MONTH);
      case MONTH -> Optional.of(RankingList.ALL);
      default -> Optional.empty();
    };
  }

  private static Map<String, Integer> byName(CountAnswer<List<RankedProject>> answer) {
    Map<String, Integer> places = new HashMap<>();
    answer.found().ifPresent(all -> all.forEach(next -> places.put(next.project(), next.place())));
    return places;
  }
}
