package dev.blazon.api.stats;

import dev.blazon.api.remote.RemoteNode;
import dev.blazon.api.remote.RemoteNodes;
import dev.blazon.api.stats.StatsMetrics.Outcome;
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
import dev.blazon.count.wire.AnswerForm;
import dev.blazon.count.wire.Question;
import dev.blazon.project.ProjectName;
import dev.blazon.service.Contexts;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stats services over HTTP. A question goes to the node with the fewest outstanding ones. If it
 * fails before its time is over, it is asked once more, of another node if there is one. A failing
 * node is left out until a probe succeeds; when all are, questions are answered at once with {@link
 * Reason#FAILED}, so that no badge waits. Thread-safe.
 */
public final class RemoteStats implements Stats {

  private static final Logger LOG = LoggerFactory.getLogger(RemoteStats.class);

  /** The time between probes of unhealthy nodes: well within the few seconds of a restart. */
  private static final long PROBE_MILLIS = 500;

  private static final Duration PROBE_WITHIN = Duration.ofSeconds(2);

  /** Cheap for the service, and it fetches nothing. */
  private static final Question PROBE = new Question.OfTop(RankingList.DAY, Measure.ALL, 1);

  /** A shorter time may pass before a healthy node answers, so it says nothing about the node. */
  private static final Duration TELLING = Duration.ofMillis(200);

  private final Vertx vertx;
  private final RemoteNodes nodes;
  private final StatsClient client;
  private final StatsMetrics metrics;
  private final long timer;

  /**
   * Creates a client; connections are opened when they are needed.
   *
   * @param services the URLs of the services, at least one
   */
  public RemoteStats(Vertx vertx, List<URI> services, MeterRegistry registry) {
    this.vertx = vertx;
    this.nodes = new RemoteNodes(services);
    this.client = new StatsClient(vertx, registry);
    this.metrics = new StatsMetrics(registry, nodes);
    this.timer = vertx.setPeriodic(PROBE_MILLIS, tick -> nodes.unhealthy().forEach(this::probe));
  }

  @Override
  public Future<CountAnswer<Total>> total(TotalQuery query, Duration within) {
    return ask(new Question.OfTotal(query), AnswerForm.TOTAL, within);
  }

  @Override
  public Future<CountAnswer<Series>> series(
      ProjectName project, SeriesQuery query, Duration within) {
    return ask(new Question.OfSeries(project, query), AnswerForm.SERIES, within);
  }

  @Override
  public Future<CountAnswer<Rank>> rank(
      ProjectName project, Window window, Measure measure, Duration within) {
    return ask(new Question.OfRank(project, window, measure), AnswerForm.RANK, within);
  }

  @Override
  public Future<CountAnswer<List<RankedProject>>> top(
      RankingList list, Measure measure, int places, Duration within) {
    return ask(new Question.OfTop(list, measure, places), AnswerForm.TOP, within);
  }

  @Override
  public Future<CountAnswer<Ledger>> ledger(Duration within) {
    return ask(new Question.OfLedger(), AnswerForm.LEDGER, within);
  }

  @Override
  public Future<Void> close() {
    vertx.cancelTimer(timer);
    return client.close();
  }

  private <T> Future<CountAnswer<T>> ask(Question question, AnswerForm<T> form, Duration within) {
    long end = System.nanoTime() + within.toNanos();
    boolean telling = within.compareTo(TELLING) >= 0;
    Future<CountAnswer<T>> answer =
        nodes
            .leastBusy(Optional.empty())
            .map(
                node ->
                    send(node, question, form, end, telling)
                        .recover(problem -> again(node, question, form, end, problem)))
            .orElseGet(() -> Future.failedFuture("no stats service is well"))
            .otherwise(problem -> new CountAnswer.Unanswered<>(reason(problem)));
    return Contexts.resumeOnCaller(answer);
  }

  private <T> Future<CountAnswer<T>> again(
      RemoteNode<URI> than, Question question, AnswerForm<T> form, long end, Throwable problem) {
    boolean useless =
        problem instanceof TimeoutException || problem instanceof StatsClient.RefusedException;
    return useless
        ? Future.failedFuture(problem)
        : nodes
            .leastBusy(Optional.of(than))
            .map(other -> send(other, question, form, end, true))
            .orElseGet(() -> Future.failedFuture(problem));
  }

  private <T> Future<CountAnswer<T>> send(
      RemoteNode<URI> node, Question question, AnswerForm<T> form, long end, boolean telling) {
    node.requested();
    long begun = System.nanoTime();
    return client
        .ask(node.address(), question, form, end)
        .onComplete(
            (answer, problem) -> {
              record(node, problem, telling);
              metrics.count(outcome(problem), System.nanoTime() - begun);
            });
  }

  /**
   * @param problem null if the question was answered
   */
  private static void record(RemoteNode<URI> node, Throwable problem, boolean telling) {
    if (problem == null || problem instanceof StatsClient.RefusedException) {
      node.answered(); // Another node would refuse the question too.
    } else if (StatsClient.isBusy(problem) || (problem instanceof TimeoutException && !telling)) {
      node.unjudged();
    } else if (node.failed(StatsClient.isGone(problem))) {
      LOG.warn("stats at {} is left out: {}", node.address(), problem.toString());
    }
  }

  /**
   * @param problem null if the question was answered
   */
  private static Outcome outcome(Throwable problem) {
    if (problem == null) {
      return Outcome.ANSWERED;
    }
    if (problem instanceof StatsClient.RefusedException) {
      return Outcome.REFUSED;
    }
    if (problem instanceof TimeoutException) {
      return Outcome.SLOW;
    }
    return StatsClient.isBusy(problem) ? Outcome.BUSY : Outcome.FAILED;
  }

  private static Reason reason(Throwable problem) {
    if (problem instanceof TimeoutException) {
      return Reason.SLOW;
    }
    return StatsClient.isBusy(problem) ? Reason.BUSY : Reason.FAILED;
  }

  private void probe(RemoteNode<URI> node) {
    if (!node.startProbe()) {
      return;
    }
    client
        .ask(node.address(), PROBE, AnswerForm.TOP, System.nanoTime() + PROBE_WITHIN.toNanos())
        .onSuccess(
            well -> {
              node.recovered();
              LOG.info("stats at {} is back", node.address());
            })
        .onComplete(ended -> node.endProbe());
  }
}
