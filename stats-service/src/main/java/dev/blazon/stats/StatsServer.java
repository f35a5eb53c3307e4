package dev.blazon.stats;

import dev.blazon.count.CountAnswer;
import dev.blazon.count.wire.AnswerForm;
import dev.blazon.count.wire.Question;
import dev.blazon.service.Readiness;
import dev.blazon.service.process.Service;
import dev.blazon.stats.usage.UsageConfig;
import dev.blazon.stats.usage.UsageService;
import dev.blazon.stats.web.Answering;
import dev.blazon.stats.web.StatsPort;
import dev.blazon.upstream.Upstreams;
import dev.blazon.upstream.UpstreamsConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The stats service together with its HTTP port. Thread-safe. */
final class StatsServer implements Service.Running {

  /** How long the database may take to open; a large one is read in a second. */
  private static final Duration OPEN_WITHIN = Duration.ofSeconds(30);

  private final StatsService stats;
  private final Upstreams upstreams;
  private final UsageService usage;
  private final StatsPort web;

  private StatsServer(StatsService stats, UsageService usage, Upstreams upstreams, StatsPort web) {
    this.stats = stats;
    this.usage = usage;
    this.upstreams = upstreams;
    this.web = web;
  }

  /**
   * Starts the service and opens its port.
   *
   * @param reports the settings of usage reports
   * @param sources the limits of requests to sources
   * @param web the limits of its port
   */
  static Future<Service.Running> start(
      Vertx vertx,
      MeterRegistry metrics,
      Readiness readiness,
      StatsConfig config,
      UsageConfig reports,
      UpstreamsConfig sources,
      StatsPort.Web web) {
    Clock clock = Clock.systemUTC();
    Upstreams upstreams = new Upstreams(vertx, sources, clock, metrics);
    StatsService stats = StatsService.create(vertx, config, upstreams, clock, metrics);
    UsageService usage = UsageService.create(vertx, reports, clock, metrics);
    return StatsPort.open(
            vertx,
            metrics,
            readiness,
            web,
            (question, within) -> ask(stats, question, within),
            Optional.of(new ServedUsage(usage)))
        .<Service.Running>map(port -> new StatsServer(stats, usage, upstreams, port))
        .onFailure(e -> stats.close().eventually(usage::close).eventually(upstreams::close));
  }

  private static Answering.Reply<?> ask(StatsService stats, Question question, Duration within) {
    if (question instanceof Question.OfTotal total) {
      return new Answering.Reply<>(AnswerForm.TOTAL, stats.total(total.query(), within));
    }
    if (question instanceof Question.OfSeries series) {
      return new Answering.Reply<>(
          AnswerForm.SERIES, stats.series(series.project(), series.query(), within));
    }
    if (question instanceof Question.OfRank rank) {
      return new Answering.Reply<>(
          AnswerForm.RANK, stats.rank(rank.project(), rank.window(), rank.measure(), within));
    }
    if (question instanceof Question.OfTop top) {
      return new Answering.Reply<>(
          AnswerForm.TOP, stats.top(top.list(), top.measure(), top.places(), within));
    }
    return new Answering.Reply<>(AnswerForm.LEDGER, stats.ledger(within));
  }

  @Override
  public int port() {
    return web.port();
  }

  /** Opens the database, so that one that cannot be opened shows at the start. */
  @Override
  public Future<Void> warmUp() {
    return stats
        .ledger(OPEN_WITHIN)
        .compose(
            ledger ->
                ledger instanceof CountAnswer.Counted
                    ? Future.succeededFuture()
                    : Future.failedFuture("the database of counts cannot be read"));
  }

  @Override
  public Future<Void> stop() {
    return web.close()
        .eventually(usage::close)
        .eventually(stats::close)
        .eventually(upstreams::close);
  }
}
