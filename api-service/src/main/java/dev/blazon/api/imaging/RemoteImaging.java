package dev.blazon.api.imaging;

import dev.blazon.api.remote.RemoteNode;
import dev.blazon.badge.Badge;
import dev.blazon.badge.ImageFormat;
import dev.blazon.badge.Picture;
import dev.blazon.chart.Chart;
import dev.blazon.chart.ChartLook;
import dev.blazon.chart.wire.ChartRequest;
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
 * Imaging services over HTTP. A request goes to the node with the fewest outstanding requests. A
 * failed request is retried once, on another node if there is one. A failing node is left out until
 * a probe succeeds. A name with several addresses stands for several nodes, and is resolved again
 * every two seconds. Thread-safe.
 *
 * <p>Vert.x can balance over addresses too, but it neither leaves out failing ones nor retries.
 *
 * <p>Requests are not hedged (sent to two nodes at once). By measurement a picture takes 0.2 ms
 * (median); the slow ones (99th percentile: 61 ms) came from a machine with eight times the work
 * that its cores could do, and hedging would have added to that work. A silent node costs two
 * readers half a deadline each, and is then left out.
 */
public final class RemoteImaging implements Imaging {

  private static final Logger LOG = LoggerFactory.getLogger(RemoteImaging.class);

  /** The time between probes of unhealthy nodes: well within the few seconds of a restart. */
  private static final long PROBE_MILLIS = 500;

  /** The time between attempts to reach a node at the start, when both may be starting. */
  private static final long REACHED_MILLIS = 100;

  /**
   * The time between look-ups of the names, after which a new node gets work; a removed node is
   * noticed by its failures.
   */
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
   * Opens a client of these services. Completes after the first look-up of their names, even if
   * none is found or healthy: the look-up is repeated until {@link #close}.
   *
   * @param services the URLs of the services, at least one; all addresses of a host name are used
   * @param deadline the longest time for one picture, including a second try
   */
  public static Future<RemoteImaging> open(
      Vertx vertx,
      List<URI> services,
      HostResolver resolver,
      Duration deadline,
      MeterRegistry registry) {
    RemoteImaging imaging =
        new RemoteImaging(vertx, new ImagingAddresses(services, resolver), deadline, registry);
    return imaging
        .lookUp()
        .timeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
        .transform(
            looked -> {
              imaging.start();
              return Future.succeededFuture(imaging);
            });
  }

  private void start() {
    timers.add(vertx.setPeriodic(PROBE_MILLIS, timer -> nodes.unhealthy().forEach(this::probe)));
    timers.add(vertx.setPeriodic(LOOK_UP_MILLIS, timer -> lookUp()));
  }

  /** Resolves the names and updates the nodes. */
  Future<Void> lookUp() {
    if (!lookingUp.compareAndSet(false, true)) {
      return Future.succeededFuture();
    }
    return addresses
        .lookUp()
        .onSuccess(
            found -> {
              if (nodes.update(found)) {
                LOG.info("imaging is at {}", found);
              }
            })
        .onComplete(ended -> lookingUp.set(false))
        .mapEmpty();
  }

  @Override
  public Future<Picture> picture(Badge badge, ImageFormat format, boolean generic, RequestId id) {
    return ask(PictureRequest.of(badge, format, generic, id));
  }

  @Override
  public Future<Picture> chart(Chart chart, ChartLook look, ImageFormat format, RequestId id) {
    return ask(PictureRequest.of(new ChartRequest(chart, look), format, id));
  }

  private Future<Picture> ask(PictureRequest request) {
    return nodes
        .leastBusy(Optional.empty())
        .map(node -> send(node, request, true))
        .orElseGet(() -> Future.failedFuture("no imaging service is well"))
        .timeout(deadline.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public Future<Void> reachable(Duration timeout) {
    long begun = System.nanoTime();
    return anyReachable()
        .recover(
            none -> {
              Duration left =
                  timeout.minusMillis(REACHED_MILLIS).minusNanos(System.nanoTime() - begun);
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

  private Future<Picture> send(
      RemoteNode<NodeAddress> node, PictureRequest request, boolean mayRetry) {
    node.requested();
    long begun = System.nanoTime();
    return client
        .picture(node, request)
        .onSuccess(picture -> node.answered())
        .onFailure(problem -> recordFailure(node, problem))
        .onComplete((picture, e) -> metrics.count(outcome(e), System.nanoTime() - begun))
        .recover(
            problem ->
                mayRetry && !(problem instanceof ImagingClient.RefusedException)
                    ? retry(node, request, problem)
                    : Future.failedFuture(problem));
  }

  private Future<Picture> retry(
      RemoteNode<NodeAddress> than, PictureRequest request, Throwable problem) {
    return nodes
        .leastBusy(Optional.of(than))
        .map(other -> send(other, request, false))
        .orElseGet(() -> Future.failedFuture(problem));
  }

  private static void recordFailure(RemoteNode<NodeAddress> node, Throwable problem) {
    if (problem instanceof ImagingClient.RefusedException) {
      node.answered(); // The node is healthy; another one would refuse the picture too.
    } else if (ImagingClient.isBusy(problem)) {
      node.unjudged();
    } else if (node.failed(ImagingClient.isGone(problem))) {
      LOG.warn("imaging at {} is left out: {}", node.address(), problem.toString());
    }
  }

  /**
   * @param problem null if the request succeeded
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

  private void probe(RemoteNode<NodeAddress> node) {
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
