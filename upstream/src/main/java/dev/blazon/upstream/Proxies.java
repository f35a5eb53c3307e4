package dev.blazon.upstream;

import dev.blazon.service.Settings;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The forward proxies between this process and upstreams, by scheme, from the variables that curl
 * and most programs read: {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY}. This
 * machine itself is never reached through a proxy. Immutable.
 *
 * @param byScheme the proxy for {@code https} and for {@code http}, if there is one
 * @param direct hosts that are reached without a proxy: a name stands for itself and all below it;
 *     {@code *} for all
 */
record Proxies(Map<String, ProxyOptions> byScheme, List<String> direct) {

  static final Proxies NONE = new Proxies(Map.of(), List.of());

  private static final int HTTP_PORT = 80;
  private static final int LARGEST_PORT = 65_535;

  Proxies {
    byScheme = Map.copyOf(byScheme);
    direct = List.copyOf(direct);
  }

  static Proxies read(Settings settings) {
    Optional<ProxyOptions> https =
        settings.parsed(
            "HTTPS_PROXY",
            "none",
            "a proxy for https:// upstreams: http://host:port",
            Proxies::parse);
    Optional<ProxyOptions> http =
        settings.parsed("HTTP_PROXY", "none", "a proxy for http:// upstreams", Proxies::parse);
    String direct =
        settings
            .text("NO_PROXY", "hosts that are reached without a proxy, comma-separated; *: all")
            .orElse("");
    Map<String, ProxyOptions> byScheme = new HashMap<>();
    https.ifPresent(proxy -> byScheme.put("https", proxy));
    http.ifPresent(proxy -> byScheme.put("http", proxy));
    return new Proxies(
        byScheme,
        Stream.of(direct.split(","))
            .map(host -> host.strip().toLowerCase(Locale.ROOT))
            .map(host -> host.startsWith(".") ? host.substring(1) : host)
            .filter(host -> !host.isEmpty())
            .toList());
  }

  /** The proxy through which this address is reached; empty: directly. */
  Optional<ProxyOptions> to(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return isLocal(host) || direct.stream().anyMatch(name -> covers(name, host))
        ? Optional.empty()
        : Optional.ofNullable(byScheme.get(uri.getScheme()));
  }

  private static boolean isLocal(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  private static boolean covers(String name, String host) {
    return name.equals("*") || host.equals(name) || host.endsWith("." + name);
  }

  /** The form is that of curl: a scheme is not needed, and a login may stand before the host. */
  private static ProxyOptions parse(String text) {
    URI uri;
    try {
      uri = new URI(text.contains("://") ? text : "http://" + text);
    } catch (URISyntaxException e) {
      // Its message has the text, which may have a password.
      throw new IllegalArgumentException("http://host:port is needed");
    }
    if (!"http".equals(uri.getScheme()) || uri.getHost() == null || uri.getPort() > LARGEST_PORT) {
      throw new IllegalArgumentException("http://host:port is needed");
    }
    ProxyOptions proxy =
        new ProxyOptions()
            .setType(ProxyType.HTTP)
            .setHost(uri.getHost())
            .setPort(uri.getPort() < 0 ? HTTP_PORT : uri.getPort());
    if (uri.getUserInfo() != null) {
      String[] login = uri.getUserInfo().split(":", 2);
      proxy.setUsername(login[0]).setPassword(login.length > 1 ? login[1] : "");
    }
    return proxy;
  }
}
