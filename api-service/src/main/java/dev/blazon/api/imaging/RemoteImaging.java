package dev.blazon.api.imaging;

import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeQuery;
import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.Picture;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imaging services over HTTP: the one with the fewest requests outstanding is asked; one that fails
 * is left out until a probe finds it well again; what fails on one is tried once more, on another
 * if there is one. Thread-safe.
 */
public final class RemoteImaging implements ImagingDoor {

  private static final Logger LOG = LoggerFactory.getLogger(RemoteImaging.class);

  /** How soon a node that came back is noticed: well within the few seconds of a restart. */
  private static final long PROBE_MILLIS = 500;

  /** How often a start looks whether a node that starts beside it listens. */
  private static final long REACHED_MILLIS = 100;

  private final ImagingNodes nodes;
  private final ImagingClient client;
  private final Duration deadline;
  private final Vertx vertx;
  private final long probes;

  /**
   * A door to these services.
   *
   * @param addresses at least one
   * @param deadline for one badge, a second try included
   */
  public RemoteImaging(Vertx vertx, List<URI> addresses, Duration deadline) {
    this.nodes = new ImagingNodes(addresses.stream().map(ImagingNode::new).toList());
    this.client = new ImagingClient(vertx, deadline.dividedBy(2));
    this.deadline = deadline;
    this.vertx = vertx;
    this.probes = vertx.setPeriodic(PROBE_MILLIS, timer -> nodes.unhealthy().forEach(this::probe));
  }

  @Override
  public Future<Picture> picture(Badge badge, ImageFormat format, boolean generic) {
    String query = BadgeQuery.encode(badge);
    return nodes
        .leastBusy(Optional.empty())
        .map(node -> ask(node, query, format, generic, true))
        .orElseGet(() -> Future.failedFuture("no imaging service is well"))
        .timeout(deadline.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public Future<Void> reachable(Duration patience) {
    long begun = System.nanoTime();
    return Future.any(nodes.all().stream().map(client::probe).toList())
        .<Void>mapEmpty()
        .recover(
            none -> {
              Duration left =
                  patience.minusMillis(REACHED_MILLIS).minusNanos(System.nanoTime() - begun);
              return left.isNegative()
                  ? Future.succeededFuture()
                  : vertx
                      .timer(REACHED_MILLIS, TimeUnit.MILLISECONDS)
                      .compose(again -> reachable(left));
            });
  }

  @Override
  public Future<Void> close() {
    vertx.cancelTimer(probes);
    return client.close();
  }

  private Future<Picture> ask(
      ImagingNode node, String query, ImageFormat format, boolean generic, boolean mayTryAgain) {
    node.asked();
    return client
        .picture(node, query, format, generic)
        .onSuccess(picture -> node.answered())
        .onFailure(problem -> blame(node, problem))
        .recover(
            problem ->
                mayTryAgain && !(problem instanceof ImagingClient.RefusedException)
                    ? askAnother(node, query, format, generic, problem)
                    : Future.failedFuture(problem));
  }

  private Future<Picture> askAnother(
      ImagingNode than, String query, ImageFormat format, boolean generic, Throwable problem) {
    return nodes
        .leastBusy(Optional.of(than))
        .map(other -> ask(other, query, format, generic, false))
        .orElseGet(() -> Future.failedFuture(problem));
  }

  private static void blame(ImagingNode node, Throwable problem) {
    if (problem instanceof ImagingClient.RefusedException) {
      node.answered(); // It is well, and right: asking another would get the same answer.
    } else if (node.failed(ImagingClient.isGone(problem))) {
      LOG.warn("imaging at {} is left out: {}", node.address(), problem.toString());
    }
  }

  private void probe(ImagingNode node) {
    if (!node.startProbe()) {
      return;
    }
    client
        .probe(node)
        .onSuccess(
            well -> {
              node.recovered();
              LOG.info("imaging at {} is back", node.address());
            })
        .onComplete(ended -> node.endProbe());
  }
}
