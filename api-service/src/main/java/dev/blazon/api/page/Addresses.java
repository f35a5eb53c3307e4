package dev.blazon.api.page;

import dev.blazon.badge.Ascii;
import java.net.URI;
import java.util.Optional;

/** The base URL of this service that snippets use. */
final class Addresses {

  private static final String FALLBACK = "localhost";
  private static final int LONGEST_AUTHORITY = 255;

  private final Optional<String> configured;

  Addresses(Optional<URI> publicUrl) {
    this.configured = publicUrl.map(URI::toString);
  }

  /**
   * The base URL, without a slash at its end.
   *
   * @param host the value of the {@code Host} header, which may be missing or invalid
   */
  String base(String host) {
    return configured.orElseGet(() -> "http://" + (isAuthority(host) ? host : FALLBACK));
  }

  private static boolean isAuthority(String host) {
    return host != null
        && !host.isEmpty()
        && host.length() <= LONGEST_AUTHORITY
        && host.chars().allMatch(c -> Ascii.isLetterOrDigit(c) || ".-:[]".indexOf(c) >= 0);
  }
}
