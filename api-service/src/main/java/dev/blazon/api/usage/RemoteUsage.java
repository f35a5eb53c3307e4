package dev.blazon.api.usage;

import dev.blazon.api.remote.RemoteNode;
import dev.blazon.api.remote.RemoteNodes;
import dev.blazon.service.Contexts;
import dev.blazon.service.OverloadedException;
import dev.blazon.usage.ReportReceipt;
import dev.blazon.usage.UsageQuestion;
import dev.blazon.usage.UsageRefusal;
import dev.blazon.usage.UsageRefusal.Reason;
import dev.blazon.usage.UsageRefusedException;
import dev.blazon.usage.UsageTable;
import dev.blazon.usage.wire.UsageUrl;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports that stats services keep, over HTTP. A call goes to the node with the fewest outstanding
 * ones. A question that fails is asked once more, of another node if there is one; reports are sent
 * again only if no process listened, since nobody else knows whether they are on disk. A failing
 * node is left out until a probe succeeds. Thread-safe.
 */
public final class RemoteUsage implements Usage {

  /** How many streams of reports a node sends at once; each reads a database. */
  public static final int STREAMS_AT_ONCE = 4;

  private static final Logger LOG = LoggerFactory.getLogger(RemoteUsage.class);

  /** The time between probes of unhealthy nodes: well within the few seconds of a restart. */
  private static final long PROBE_MILLIS = 500;

  private static final Duration PROBE_WITHIN = Duration.ofSeconds(2);

  /** Reads one report. */
  private static final String PROBE =
      UsageUrl.count(
          new UsageQuestion(
              List.of(),
              OptionalInt.of(1),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              false));

  private static final Duration BUSY_FOR = Duration.ofSeconds(2);

  /** A node is restarted within a few seconds. */
  private static final Duration AWAY_FOR = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final RemoteNodes nodes;
  private final UsageClient client;
  private final long timer;

  /**
   * Creates a client; connections are opened when they are needed.
   *
   * @param services the URLs of the stats services, at least one
   */
  public RemoteUsage(Vertx vertx, List<URI> services, MeterRegistry registry) {
    this.vertx = vertx;
    this.nodes = new RemoteNodes(services);
    this.client = new UsageClient(vertx, registry, STREAMS_AT_ONCE);
    Gauge.builder("blazon.usage.nodes.left.out", nodes, now -> now.unhealthy().size())
        .strongReference(true)
        .description("stats services that get no reports and no questions about them")
        .register(registry);
    this.timer = vertx.setPeriodic(PROBE_MILLIS, tick -> nodes.unhealthy().forEach(this::probe));
  }

  @Override
  public boolean isOn() {
    return true;
  }

  @Override
  public Future<ReportReceipt> report(Buffer body, Duration within) {
    long end = System.nanoTime() + within.toNanos();
    return call(node -> client.report(node, body, end), RemoteUsage::isGone);
  }

  @Override
  public Future<UsageTable> count(UsageQuestion question, Duration within) {
    long end = System.nanoTime() + within.toNanos();
    String uri = UsageUrl.count(question);
    return call(node -> client.count(node, uri, end), RemoteUsage::mayBeAskedAgain);
  }

  @Override
  public Future<Reports> reports(Optional<Instant> from, Optional<Instant> to, Duration within) {
    long end = System.nanoTime() + within.toNanos();
    String uri = UsageUrl.reports(from, to);
    return call(node -> client.reports(node, uri, end), RemoteUsage::mayBeAskedAgain);
  }

  @Override
  public Future<Void> close() {
    vertx.cancelTimer(timer);
    return client.close();
  }

  private <T> Future<T> call(
      Function<URI, Future<T>> work, Function<Throwable, Boolean> mayBeTriedAgain) {
    Future<T> answer =
        nodes
            .leastBusy(Optional.empty())
            .map(
                node ->
                    send(node, work)
                        .recover(
                            problem ->
                                mayBeTriedAgain.apply(problem)
                                    ? again(node, work, problem)
                                    : Future.failedFuture(problem)))
            .orElseGet(() -> Future.failedFuture("no stats service is well"))
            .recover(problem -> Future.failedFuture(refused(problem)));
    return Contexts.resumeOnCaller(answer);
  }

  private <T> Future<T> again(
      RemoteNode<URI> than, Function<URI, Future<T>> work, Throwable problem) {
    return nodes
        .leastBusy(Optional.of(than))
        .map(other -> send(other, work))
        .orElseGet(() -> Future.failedFuture(problem));
  }

  private static <T> Future<T> send(RemoteNode<URI> node, Function<URI, Future<T>> work) {
    node.requested();
    return work.apply(node.address()).onComplete((answer, problem) -> record(node, problem));
  }

  /**
   * @param problem null if the call was answered
   */
  private static void record(RemoteNode<URI> node, Throwable problem) {
    if (problem == null) {
      node.answered();
    } else if (problem instanceof UsageRefusedException || isBusy(problem)) {
      node.unjudged(); // It lives, and says what is wrong.
    } else if (node.failed(isGone(problem))) {
      LOG.warn("usage reports at {}: left out: {}", node.address(), problem.toString());
    }
  }

  private static boolean mayBeAskedAgain(Throwable problem) {
    return !(problem instanceof UsageRefusedException || problem instanceof TimeoutException);
  }

  /** Whether no process listens there. */
  private static boolean isGone(Throwable problem) {
    return problem instanceof ConnectException || problem instanceof UnknownHostException;
  }

  private static boolean isBusy(Throwable problem) {
    return problem instanceof ConnectionPoolTooBusyException
        || problem instanceof OverloadedException;
  }

  private static UsageRefusedException refused(Throwable problem) {
    if (problem instanceof UsageRefusedException refused) {
      return refused;
    }
    if (isBusy(problem)) {
      return refusal(Reason.OVER_BUDGET, "too many calls are under way", BUSY_FOR);
    }
    return problem instanceof TimeoutException
        ? refusal(Reason.SLOW, "there was no answer in time", BUSY_FOR)
        : refusal(Reason.UNAVAILABLE, "the service that keeps reports is away", AWAY_FOR);
  }

  private static UsageRefusedException refusal(Reason reason, String message, Duration retry) {
    return new UsageRefusal(reason, message, retry).asException();
  }

  private void probe(RemoteNode<URI> node) {
    if (!node.startProbe()) {
      return;
    }
    client
        .count(node.address(), PROBE, System.nanoTime() + PROBE_WITHIN.toNanos())
        .<Void>mapEmpty()
        .recover(
            problem ->
                problem instanceof UsageRefusedException
                    ? Future.succeededFuture()
                    : Future.failedFuture(problem))
        .onSuccess(
            well -> {
              node.recovered();
              LOG.info("usage reports at {}: back", node.address());
            })
        .onComplete(ended -> node.endProbe());
  }
}
