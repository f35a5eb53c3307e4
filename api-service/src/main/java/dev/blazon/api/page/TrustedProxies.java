package dev.blazon.api.page;

import dev.blazon.service.Settings;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * The proxies whose word is taken for how a reader reached this service: by which scheme and under
 * which name. What others write into these headers is ignored, since any client can. Immutable.
 *
 * @param networks their addresses
 */
public record TrustedProxies(List<IpSubnetFilterRule> networks) {

  static final TrustedProxies NONE = new TrustedProxies(List.of());

  public TrustedProxies {
    networks = List.copyOf(networks);
  }

  /** Reads {@code BLAZON_TRUSTED_PROXIES}. */
  public static TrustedProxies read(Settings settings) {
    return settings.parsed(
        "BLAZON_TRUSTED_PROXIES",
        NONE,
        "none",
        "proxies whose X-Forwarded-Proto, X-Forwarded-Host and Forwarded are believed:"
            + " 10.0.0.0/8,::1",
        TrustedProxies::parse);
  }

  static TrustedProxies parse(String text) {
    return new TrustedProxies(
        Stream.of(text.split(","))
            .map(String::strip)
            .filter(one -> !one.isEmpty())
            .map(TrustedProxies::network)
            .toList());
  }

  private static IpSubnetFilterRule network(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    boolean isAddress = address.matches("[0-9a-fA-F:.]+") && address.matches(".*[:.].*");
    if (!isAddress) {
      throw new IllegalArgumentException("addresses such as 10.0.0.0/8 or ::1 are needed");
    }
    int all = address.contains(":") ? 128 : 32;
    try {
      int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
      return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("addresses such as 10.0.0.0/8 or ::1 are needed", e);
    }
  }

  /** Whether the request comes from one of them. */
  boolean sent(HttpServerRequest request) {
    if (networks.isEmpty() || request.remoteAddress() == null) {
      return false;
    }
    String address = request.remoteAddress().hostAddress();
    return address != null && contain(new InetSocketAddress(address, 0));
  }

  boolean contain(InetSocketAddress address) {
    return networks.stream().anyMatch(network -> network.matches(address));
  }
}
