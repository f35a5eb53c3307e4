package dev.blazon.api.endpoint;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Parses the URL of an endpoint document: https, at port 443, without credentials. */
public final class EndpointAddress {

  private static final int MAX_LENGTH = 2_048;

  private EndpointAddress() {}

  /**
   * Parses a URL into one canonical form without a fragment; empty if it is longer than 2,048
   * characters or not such a URL.
   */
  public static Optional<URI> parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      return canonical(new URI(text.strip().replace(" ", "%20")));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  static Optional<URI> canonical(URI uri) {
    boolean https = "https".equalsIgnoreCase(uri.getScheme());
    boolean usualPort = uri.getPort() == -1 || uri.getPort() == 443;
    if (!https || uri.getHost() == null || !usualPort || uri.getRawUserInfo() != null) {
      return Optional.empty();
    }
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return Optional.of(URI.create(URI.create("https://" + host + path + query).toASCIIString()));
  }
}
