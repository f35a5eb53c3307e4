package dev.blazon.service.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;

/** Reads {@code Accept-Encoding} (RFC 9110, section 12.5.3) with regard to gzip only. */
public final class AcceptEncoding {

  private static final String GZIP = "gzip";

  private AcceptEncoding() {}

  /** Whether the client of a request accepts gzip; one that does not say so does not. */
  public static boolean takesGzip(HttpServerRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    return accepted != null && takesGzip(accepted);
  }

  /**
   * Whether the client accepts gzip. A quality value matters only if it is zero, which means that
   * gzip is not acceptable.
   */
  public static boolean takesGzip(String header) {
    int at = header.indexOf(GZIP);
    if (at < 0) {
      // Codings are case-insensitive (section 8.4.1), but nearly always in lower case.
      at = header.toLowerCase(Locale.ROOT).indexOf(GZIP);
    }
    if (at < 0) {
      return header.indexOf('*') >= 0 && allows(header, header.indexOf('*') + 1);
    }
    return allows(header, at + GZIP.length());
  }

  /** Whether the text between a coding's name and the next comma is not {@code ;q=0}. */
  private static boolean allows(String header, int from) {
    int comma = header.indexOf(',', from);
    String rest = header.substring(from, comma < 0 ? header.length() : comma);
    if (rest.isBlank()) {
      return true;
    }
    String weight = rest.replace(" ", "").toLowerCase(Locale.ROOT);
    return !weight.equals(";q=0") && !weight.matches(";q=0\\.0{0,3}");
  }
}
