package dev.blazon.api.endpoint;

import dev.blazon.upstream.Fetched;
import dev.blazon.upstream.HostResolver;
import dev.blazon.upstream.Upstream;
import io.vertx.core.Future;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fetches endpoint documents, only from hosts that the operator listed. Each URL, including the
 * target of a redirect, is checked twice: its host name against the list, then the IP addresses of
 * that host, all of which must be public. The connection goes to one of the checked IP addresses,
 * so a second DNS answer cannot change it. Thread-safe.
 */
public final class EndpointClient {

  private static final int MAX_REDIRECTS = 3;

  private final Map<String, Upstream> hosts;
  private final HostResolver resolver;
  private final Dialer dialer;

  /**
   * Creates a client.
   *
   * @param hosts the listed host names in lower case, each with its own upstream
   */
  public EndpointClient(Map<String, Upstream> hosts, HostResolver resolver, Dialer dialer) {
    this.hosts = Map.copyOf(hosts);
    this.resolver = resolver;
    this.dialer = dialer;
  }

  /** Whether the operator listed the address's host. */
  public boolean knows(URI address) {
    return hosts.containsKey(address.getHost());
  }

  /**
   * Fetches the document at a URL, following up to 3 redirects.
   *
   * @param address the URL as {@link EndpointAddress#parse} returns it
   */
  public Future<Fetched<EndpointDocument>> fetch(URI address, Optional<String> etag) {
    return fetch(address, etag, MAX_REDIRECTS);
  }

  private Future<Fetched<EndpointDocument>> fetch(
      URI address, Optional<String> etag, int redirectsLeft) {
    Optional<Upstream> host = Optional.ofNullable(hosts.get(address.getHost()));
    if (host.isEmpty()) {
      return Future.succeededFuture(Fetched.failed(Fetched.Trouble.FORBIDDEN));
    }
    return resolver
        .resolve(address.getHost())
        .map(EndpointClient::firstIfAllPublic)
        .otherwise(Optional.empty())
        .compose(
            checked ->
                checked.isPresent()
                    ? connect(host.get(), address, checked.get(), etag)
                    : Future.succeededFuture(Fetched.failed(Fetched.Trouble.UNREACHABLE)))
        .compose(
            fetched ->
                fetched instanceof Fetched.Redirected<EndpointDocument> redirected
                    ? follow(address, redirected.target(), etag, redirectsLeft)
                    : Future.succeededFuture(fetched));
  }

  private Future<Fetched<EndpointDocument>> connect(
      Upstream upstream, URI address, InetAddress checked, Optional<String> etag) {
    Map<String, String> headers = Map.of("Accept", "application/json, text/plain;q=0.9");
    return upstream.fetchOnce(
        new Upstream.Call(address, headers, etag, Optional.of(dialer.dial(checked))),
        type -> new EndpointReader());
  }

  private Future<Fetched<EndpointDocument>> follow(
      URI from, URI target, Optional<String> etag, int redirectsLeft) {
    Optional<URI> next = EndpointAddress.canonical(from.resolve(target));
    return next.isPresent() && redirectsLeft > 0
        ? fetch(next.get(), etag, redirectsLeft - 1)
        : Future.succeededFuture(Fetched.failed(Fetched.Trouble.INVALID));
  }

  /** The first address. Empty if any address is not public, because then the others are suspect. */
  private static Optional<InetAddress> firstIfAllPublic(List<InetAddress> addresses) {
    return addresses.stream().allMatch(PublicAddress::isPublic)
        ? addresses.stream().findFirst()
        : Optional.empty();
  }
}
