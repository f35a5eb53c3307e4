package dev.blazon.api.web;

import java.util.List;
import java.util.Map;

/** What every answer says about itself to browsers: any page may show it, and it may do nothing. */
final class SecurityHeaders {

  static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

  static final List<Map.Entry<String, String>> ALL =
      List.of(
          Map.entry("Access-Control-Allow-Origin", "*"),
          Map.entry("Cross-Origin-Resource-Policy", "cross-origin"),
          Map.entry(
              CONTENT_SECURITY_POLICY,
              "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"),
          Map.entry("X-Content-Type-Options", "nosniff"));

  private SecurityHeaders() {}
}
