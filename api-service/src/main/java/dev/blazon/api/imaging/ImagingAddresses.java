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
 * What stands behind the names of imaging services: a name that has several addresses is several
 * nodes (Docker Compose's services, Kubernetes' headless ones). Thread-safe.
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
   * All addresses as they are now. Never fails: a name that nobody can tell just now keeps the
   * addresses it had, because probes know better than a hiccup of the DNS which of them are well.
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

  /** A node that has addresses of both kinds is one node, so those of IPv6 count where alone. */
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
