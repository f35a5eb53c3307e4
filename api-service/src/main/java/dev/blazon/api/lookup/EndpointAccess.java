package dev.blazon.api.lookup;

import dev.blazon.api.endpoint.Dialer;
import dev.blazon.api.endpoint.EndpointClient;
import dev.blazon.upstream.HostResolver;
import dev.blazon.upstream.Upstream;
import dev.blazon.upstream.UpstreamLimits;
import dev.blazon.upstream.Upstreams;
import io.vertx.core.Vertx;
import io.vertx.core.net.TrustOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The network access for endpoint documents; tests replace it to stand in for the public Internet.
 *
 * @param trust the trusted certificates; empty: those that this Java trusts
 */
record EndpointAccess(HostResolver resolver, Dialer dialer, Optional<TrustOptions> trust) {

  /** No endpoint badge needs more: the longest real one has 12 KB. */
  private static final long MAX_BYTES = 64 * 1024;

  static EndpointAccess ofSystem(Vertx vertx) {
    return new EndpointAccess(HostResolver.ofSystem(vertx), Dialer.HTTPS, Optional.empty());
  }

  EndpointClient open(Upstreams upstreams, LookupConfig config) {
    UpstreamLimits limits = config.limits().withMaxBytes(MAX_BYTES);
    Map<String, Upstream> hosts = new LinkedHashMap<>();
    for (String host : config.endpointHosts()) {
      hosts.put(host, upstreams.open(host, limits, trust));
    }
    return new EndpointClient(hosts, resolver, dialer);
  }
}
