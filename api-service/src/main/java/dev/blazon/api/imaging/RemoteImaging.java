package dev.blazon.api.imaging;

import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeQuery;
import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.Picture;
import dev.blazon.service.RequestId;
import dev.blazon.upstream.HostResolver;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imaging services over HTTP: the one with the fewest requests outstanding is asked; one that fails
 * is left out until a probe finds it well again; what fails on one is tried once more, on another
 * if there is one. A name with several addresses is several services, and is looked up again and
 * again. Thread-safe.
 *
 * <p>Vert.x balances over addresses as well, but leaves no failing one out and tries no second.
 *
 * <p>Nothing is asked of two services at once (hedged). Measured, a picture takes 0.2 ms (median);
 * those that took long (99th percentile: 61 ms) did so on a machine with eight times the work that
 * it had cores for, and asking for each once more would have made that worse. A service that is
 * silent costs two readers half a deadline, and is then left out.
 */
public final class RemoteImaging implements Imaging {

  private static final Logger LOG = LoggerFactory.getLogger(RemoteImaging.class);

  /** How soon a node that came back is noticed: well within the few seconds of a restart. */
  private static final long PROBE_MILLIS = 500;

  /** How often a start looks whether a node that starts beside it listens. */
  private static final long REACHED_MILLIS = 100;

  /** How soon a new node gets work; one that is gone is noticed by its failures. */
  private static final long LOOK_UP_MILLIS = 2_000;

  private final ImagingAddresses addresses;
  private final ImagingNodes nodes = new ImagingNodes();
  private final ImagingClient client;
  private final ImagingMetrics metrics;
  private final Duration deadline;
  private final Vertx vertx;
  private final AtomicBoolean lookingUp = new AtomicBoolean();
  private final List<Long> timers = new ArrayList<>();

  private RemoteImaging(
      Vertx vertx, ImagingAddresses addresses, Duration deadline, MeterRegistry registry) {
    this.metrics = new ImagingMetrics(registry, nodes);
    this.addresses = addresses;
    this.client = new ImagingClient(vertx, deadline.dividedBy(2));
    this.deadline = deadline;
    this.vertx = vertx;
  }

  /**
   * A door to these services, each of which was asked once, so that no reader pays for the first
   * connection. Opens also when none of them can be found or is well: they are looked for as long
   * as the door is open.
   *
   * @param services at least one; where the host is a name, all its addresses count
   * @param deadline for one badge, a second try included
   */
  public static Future<RemoteImaging> open(
      Vertx vertx,
      List<URI> services,
      HostResolver resolver,
      Duration deadline,
      MeterRegistry registry) {
    RemoteImaging door =
        new RemoteImaging(vertx, new ImagingAddresses(services, resolver), deadline, registry);
    return door.lookUp()
        .timeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
        .transform(
            looked -> {
              door.start();
              return Future.succeededFuture(door);
            });
  }

  private void start() {
    timers.add(vertx.setPeriodic(PROBE_MILLIS, timer -> nodes.unhealthy().forEach(this::probe)));
    timers.add(vertx.setPeriodic(LOOK_UP_MILLIS, timer -> lookUp()));
  }

  /** Finds out which nodes there are now. */
  Future<Void> lookUp() {
    if (!lookingUp.compareAndSet(false, true)) {
      return Future.succeededFuture();
    }
    return addresses
        .lookUp()
        .onSuccess(
            found -> {
              if (nodes.become(found)) {
                LOG.info("imaging is at {}", found);
              }
            })
        .onComplete(ended -> lookingUp.set(false))
        .mapEmpty();
  }

  @Override
  public Future<Picture> picture(Badge badge, ImageFormat format, boolean generic, RequestId id) {
    PictureRequest wanted = new PictureRequest(BadgeQuery.encode(badge), format, generic, id);
    return nodes
        .leastBusy(Optional.empty())
        .map(node -> ask(node, wanted, true))
        .orElseGet(() -> Future.failedFuture("no imaging service is well"))
        .timeout(deadline.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public Future<Void> reachable(Duration patience) {
    long begun = System.nanoTime();
    return anyReachable()
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

  private Future<Void> anyReachable() {
    List<Future<Picture>> probes = nodes.all().stream().map(client::probe).toList();
    return probes.isEmpty()
        ? lookUp().compose(looked -> Future.failedFuture("no imaging service is known"))
        : Future.any(probes).mapEmpty();
  }

  @Override
  public Future<Void> close() {
    timers.forEach(vertx::cancelTimer);
    return client.close();
  }

  private Future<Picture> ask(ImagingNode node, PictureRequest wanted, boolean mayTryAgain) {
    node.asked();
    long begun = System.nanoTime();
    return client
        .picture(node, wanted)
        .onSuccess(picture -> node.answered())
        .onFailure(problem -> blame(node, problem))
        .onComplete((picture, e) -> metrics.count(outcome(e), System.nanoTime() - begun))
        .recover(
            problem ->
                mayTryAgain && !(problem instanceof ImagingClient.RefusedException)
                    ? askAnother(node, wanted, problem)
                    : Future.failedFuture(problem));
  }

  private Future<Picture> askAnother(ImagingNode than, PictureRequest wanted, Throwable problem) {
    return nodes
        .leastBusy(Optional.of(than))
        .map(other -> ask(other, wanted, false))
        .orElseGet(() -> Future.failedFuture(problem));
  }

  private static void blame(ImagingNode node, Throwable problem) {
    if (problem instanceof ImagingClient.RefusedException) {
      node.answered(); // It is well, and right: asking another would get the same answer.
    } else if (ImagingClient.isBusy(problem)) {
      node.busy();
    } else if (node.failed(ImagingClient.isGone(problem))) {
      LOG.warn("imaging at {} is left out: {}", node.address(), problem.toString());
    }
  }

  /**
   * @param problem null: there was none
   */
  private static ImagingMetrics.Outcome outcome(Throwable problem) {
    if (problem == null) {
      return ImagingMetrics.Outcome.PICTURE;
    }
    if (problem instanceof ImagingClient.RefusedException) {
      return ImagingMetrics.Outcome.REFUSED;
    }
    return ImagingClient.isBusy(problem)
        ? ImagingMetrics.Outcome.BUSY
        : ImagingMetrics.Outcome.FAILED;
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
