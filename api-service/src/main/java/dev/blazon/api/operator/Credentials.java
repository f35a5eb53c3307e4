package dev.blazon.api.operator;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What a request says of who sends it: HTTP Basic (RFC 7617). */
final class Credentials {

  private static final String SCHEME = "basic ";

  /** The longest pair of name and password that is looked at, in characters of Base64. */
  private static final int LONGEST = 1_024;

  private Credentials() {}

  /**
   * The password of a request. The name before the colon may be any: there is one operator. Empty
   * if there is no such header, more than one, or one of another form.
   */
  static Optional<String> password(HttpServerRequest request) {
    List<String> headers = request.headers().getAll(HttpHeaders.AUTHORIZATION);
    return headers.size() == 1 ? password(headers.get(0)) : Optional.empty();
  }

  /** The password in a value of {@code Authorization}. */
  static Optional<String> password(String header) {
    if (header.length() > LONGEST || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
      String pair = new String(decoded, StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // No Base64.
    }
  }
}
