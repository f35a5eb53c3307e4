package dev.blazon.api.imaging;

import dev.blazon.upstream.HostResolver;
import io.vertx.core.Future;
import io.vertx.core.net.SocketAddress;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The addresses behind the names of imaging services: a name with several addresses stands for
 * several nodes (as services of Docker Compose and headless services of Kubernetes do).
 * Thread-safe.
 */
final class ImagingAddresses {

  private static final Logger LOG = LoggerFactory.getLogger(ImagingAddresses.class);
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final List<URI> services;
  private final HostResolver resolver;
  private final Map<URI, List<NodeAddress>> known = new ConcurrentHashMap<>();

  ImagingAddresses(List<URI> services, HostResolver resolver) {
    this.services = List.copyOf(services);
    this.resolver = resolver;
  }

  /**
   * Resolves all names. Never fails: a name that cannot be resolved keeps its earlier addresses,
   * because probes show better than a short DNS failure which nodes are healthy.
   */
  Future<List<NodeAddress>> lookUp() {
    return Future.join(services.stream().map(this::lookUp).toList()).transform(all -> known());
  }

  private Future<List<NodeAddress>> lookUp(URI service) {
    return resolver
        .resolve(service.getHost())
        .map(addresses -> nodes(service, addresses))
        .onSuccess(nodes -> known.put(service, nodes))
        .onFailure(problem -> LOG.debug("{} has no address: {}", service, problem.toString()));
  }

  private Future<List<NodeAddress>> known() {
    return Future.succeededFuture(
        services.stream()
            .flatMap(service -> known.getOrDefault(service, List.of()).stream())
            .distinct()
            .toList());
  }

  /**
   * A node with an IPv4 and an IPv6 address is one node, so IPv6 addresses count only if there is
   * no IPv4 address.
   */
  private static List<NodeAddress> nodes(URI service, List<InetAddress> addresses) {
    boolean anyIpv4 = addresses.stream().anyMatch(Inet4Address.class::isInstance);
    return addresses.stream()
        .filter(address -> !anyIpv4 || address instanceof Inet4Address)
        .map(InetAddress::getHostAddress)
        .sorted(Comparator.naturalOrder())
        .map(address -> SocketAddress.inetSocketAddress(port(service), address))
        .map(server -> new NodeAddress(service, server))
        .toList();
  }

  private static int port(URI service) {
    if (service.getPort() >= 0) {
      return service.getPort();
    }
    return "https".equals(service.getScheme()) ? HTTPS_PORT : HTTP_PORT;
  }
}
