package dev.blazon.upstream;

import dev.blazon.service.ByteBudget;
import dev.blazon.service.Version;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.TrustOptions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Opens the clients of all upstreams of a process, with one {@code User-Agent} and one budget for
 * the documents that they read, and closes them together. Thread-safe.
 */
public final class Upstreams {

  private final Vertx vertx;
  private final UpstreamsConfig config;
  private final Clock clock;
  private final MeterRegistry registry;
  private final ByteBudget documents;
  private final List<Upstream> open = new CopyOnWriteArrayList<>();

  public Upstreams(Vertx vertx, UpstreamsConfig config, Clock clock, MeterRegistry registry) {
    this.vertx = vertx;
    this.config = config;
    this.clock = clock;
    this.registry = registry;
    this.documents = new ByteBudget("documents", config.documentBytes(), registry);
  }

  /**
   * Opens a client, with connections and a breaker of its own.
   *
   * @param name the upstream's name in metrics
   */
  public Upstream open(String name, UpstreamLimits limits) {
    return open(name, limits, Optional.empty());
  }

  /**
   * Opens a client whose caller itself tells the operator when the upstream fails.
   *
   * @param name the upstream's name in metrics
   */
  public Upstream openUntold(String name, UpstreamLimits limits) {
    return open(name, limits, Optional.empty(), false);
  }

  /**
   * Opens a client that trusts other certificates than usual.
   *
   * @param trust the trusted certificates; empty: those that this Java trusts
   */
  public Upstream open(String name, UpstreamLimits limits, Optional<TrustOptions> trust) {
    return open(name, limits, trust, true);
  }

  private Upstream open(
      String name, UpstreamLimits limits, Optional<TrustOptions> trust, boolean isTold) {
    Upstream upstream =
        new Upstream(
            vertx,
            name,
            limits,
            userAgent(config.contact()),
            trust.or(config::authorities),
            documents,
            config.proxies(),
            isTold,
            clock,
            registry);
    open.add(upstream);
    return upstream;
  }

  /** Says in the metrics that the operator has not set what this source needs. */
  public void notConfigured(String name) {
    UpstreamMetrics.notConfigured(registry, name);
  }

  /** Closes all connections; requests under way fail. */
  public Future<Void> close() {
    return Future.join(open.stream().map(Upstream::close).toList()).mapEmpty();
  }

  static String userAgent(Optional<String> contact) {
    return "blazon/" + Version.CURRENT + contact.map(address -> " (+" + address + ")").orElse("");
  }
}
