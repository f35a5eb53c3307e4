package dev.blazon.service.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Map;

/**
 * The security headers of every response that is not an HTML page: any site may embed it, and it
 * may run nothing.
 */
public final class SecurityHeaders {

  public static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";
  public static final String CONTENT_TYPE_OPTIONS = "X-Content-Type-Options";
  public static final String RESOURCE_POLICY = "Cross-Origin-Resource-Policy";

  /** The value of {@link #CONTENT_TYPE_OPTIONS}: browsers must not guess another content type. */
  public static final String NOSNIFF = "nosniff";

  /**
   * Names and values. The policy is needed because an SVG opened directly is a document: it may use
   * its inline styles and logos, but run nothing and fetch nothing.
   */
  public static final List<Map.Entry<String, String>> ALL =
      List.of(
          Map.entry("Access-Control-Allow-Origin", "*"),
          Map.entry(RESOURCE_POLICY, "cross-origin"),
          Map.entry(
              CONTENT_SECURITY_POLICY,
              "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"),
          Map.entry(CONTENT_TYPE_OPTIONS, NOSNIFF));

  private static final List<Map.Entry<CharSequence, CharSequence>> OPTIMIZED =
      ALL.stream()
          .map(
              header ->
                  Map.entry(
                      HttpHeaders.createOptimized(header.getKey()),
                      HttpHeaders.createOptimized(header.getValue())))
          .toList();

  private SecurityHeaders() {}

  /** Sets all of them on the response. */
  public static HttpServerResponse put(HttpServerResponse response) {
    OPTIMIZED.forEach(header -> response.putHeader(header.getKey(), header.getValue()));
    return response;
  }
}
