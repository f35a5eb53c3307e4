package dev.blazon.api.lookup;

import dev.blazon.service.ByteBudget;
import dev.blazon.upstream.Upstream;
import dev.blazon.upstream.UpstreamLimits;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.TrustOptions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Opens the clients of all upstreams with the same limits and {@code User-Agent}, and closes them
 * together.
 */
final class Upstreams {

  private final Vertx vertx;
  private final LookupConfig config;
  private final Clock clock;
  private final MeterRegistry registry;
  private final ByteBudget documents;
  private final List<Upstream> open = new ArrayList<>();

  Upstreams(Vertx vertx, LookupConfig config, Clock clock, MeterRegistry registry) {
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
  Upstream open(String name) {
    return open(name, config.limits(), Optional.empty());
  }

  /**
   * Opens a client with limits of its own.
   *
   * @param trust the trusted certificates; empty: those that this Java trusts
   */
  Upstream open(String name, UpstreamLimits limits, Optional<TrustOptions> trust) {

    Upstream upstream =
        new Upstream(
            vertx, name, limits, userAgent(config.contact()), trust, documents, clock, registry);
    open.add(upstream);
    return upstream;
  }

  Future<Void> close() {
    return Future.join(open.stream().map(Upstream::close).toList()).mapEmpty();
  }

  static String userAgent(Optional<String> contact) {
    String version = Upstreams.class.getPackage().getImplementationVersion();
    return "blazon/"
        + (version == null ? "unreleased" : version)
        + contact.map(address -> " (+" + address + ")").orElse("");
  }
}
