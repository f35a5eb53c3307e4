package dev.blazon.api.page;

import dev.blazon.badge.Ascii;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The base URL of this service that snippets use. */
final class Addresses {

  private static final String FALLBACK = "localhost";
  private static final int LONGEST_AUTHORITY = 255;

  private final Optional<String> configured;
  private final TrustedProxies proxies;

  Addresses(Optional<URI> publicUrl, TrustedProxies proxies) {
    this.configured = publicUrl.map(URI::toString);
    this.proxies = proxies;
  }

  /**
   * The base URL, without a slash at its end: the configured one, or as the reader reached this
   * service.
   */
  String base(HttpServerRequest request) {
    return configured.orElseGet(() -> base(request.headers(), proxies.sent(request)));
  }

  /** The base URL, if only the value of {@code Host} is known. */
  String base(String host) {
    return configured.orElseGet(
        () -> base(MultiMap.caseInsensitiveMultiMap().set(HttpHeaders.HOST, host), false));
  }

  /**
   * The base URL by the headers of a request.
   *
   * @param isProxied whether headers of a proxy are believed; else only {@code Host} is read, which
   *     may be missing or invalid
   */
  static String base(MultiMap headers, boolean isProxied) {
    String scheme =
        forwarded(headers, isProxied, "X-Forwarded-Proto", "proto")
            .filter(proto -> proto.equalsIgnoreCase("https"))
            .map(proto -> "https")
            .orElse("http");
    String host =
        forwarded(headers, isProxied, "X-Forwarded-Host", "host")
            .filter(Addresses::isAuthority)
            .or(() -> Optional.ofNullable(headers.get(HttpHeaders.HOST)))
            .filter(Addresses::isAuthority)
            .orElse(FALLBACK);
    return scheme + "://" + host;
  }

  /** What the nearest proxy says: each appends its value, so the last is of the one we trust. */
  private static Optional<String> forwarded(
      MultiMap headers, boolean isProxied, String header, String parameter) {
    if (!isProxied) {
      return Optional.empty();
    }
    return last(headers.get(header))
        .or(() -> last(headers.get("Forwarded")).flatMap(hop -> parameter(hop, parameter)));
  }

  private static Optional<String> last(String list) {
    return Optional.ofNullable(list)
        .map(values -> values.substring(values.lastIndexOf(',') + 1).strip());
  }

  /** A parameter of a hop: {@code for=192.0.2.1;proto=https;host="a.b"} (RFC 7239, section 4). */
  private static Optional<String> parameter(String hop, String name) {
    for (String pair : List.of(hop.split(";"))) {
      int equals = pair.indexOf('=');
      if (equals > 0 && pair.substring(0, equals).strip().toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(pair.substring(equals + 1).strip().replace("\"", ""));
      }
    }
    return Optional.empty();
  }

  private static boolean isAuthority(String host) {
    return !host.isEmpty()
        && host.length() <= LONGEST_AUTHORITY
        && host.chars().allMatch(c -> Ascii.isLetterOrDigit(c) || ".-:[]".indexOf(c) >= 0);
  }
}
