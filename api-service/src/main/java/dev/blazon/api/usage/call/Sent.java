package dev.blazon.api.usage.call;

import dev.blazon.badge.Picture;
import dev.blazon.service.http.AcceptEncoding;
import dev.blazon.service.http.AccessLogEntry;
import dev.blazon.service.http.Gzip;
import dev.blazon.service.http.SecurityHeaders;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * An answer that is written.
 *
 * @param word what it is, for the access log
 * @param contentPolicy what a browser may do with it
 * @param packed whether the body is compressed with gzip
 */
record Sent(
    int status, String type, Buffer body, String word, String contentPolicy, boolean packed) {

  static final String CSV_TYPE = "text/csv;charset=utf-8";
  private static final String JSON_TYPE = "application/json;charset=utf-8";
  private static final String HTML_TYPE = "text/html;charset=utf-8";

  /** What an answer is called in the access log if it has counts. */
  private static final String COUNTED = "counted";

  private static final String NOTHING = "default-src 'none'; sandbox";

  /** An SVG that is opened directly may use its own styles, and run and fetch nothing. */
  private static final String STYLES = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

  /** Below this, gzip saves no packet, in bytes. */
  private static final int LEAST_PACKED = 1_000;

  private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");

  static Sent json(int status, String word, String text) {
    return new Sent(status, JSON_TYPE, Buffer.buffer(text), word, NOTHING, false);
  }

  static Sent json(String text) {
    return json(200, COUNTED, text);
  }

  static Sent csv(String text) {
    return new Sent(200, CSV_TYPE, Buffer.buffer(text), COUNTED, NOTHING, false);
  }

  static Sent html(CountPage.Written page) {
    return new Sent(200, HTML_TYPE, page.body(), COUNTED, page.contentPolicy(), false);
  }

  static Sent picture(Picture picture) {
    return new Sent(200, picture.format().contentType(), picture.body(), COUNTED, STYLES, false);
  }

  /** The same, compressed if that is worth it. Takes milliseconds for a long body. */
  Sent packedFor(HttpServerRequest request) {
    boolean worth =
        body.length() >= LEAST_PACKED
            && !type.startsWith("image/png")
            && AcceptEncoding.takesGzip(request);
    return worth ? new Sent(status, type, Gzip.compress(body), word, contentPolicy, true) : this;
  }

  /**
   * Sets the headers of every answer about usage: no cache keeps it, and no page of another site
   * reads it, since its reader may be within a company's network.
   */
  static void putHeaders(HttpServerResponse response, String contentPolicy) {
    response
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader(HttpHeaders.VARY, "Accept, Accept-Encoding")
        .putHeader(SecurityHeaders.CONTENT_TYPE_OPTIONS, SecurityHeaders.NOSNIFF)
        .putHeader(SecurityHeaders.RESOURCE_POLICY, "same-origin")
        .putHeader(SecurityHeaders.CONTENT_SECURITY_POLICY, contentPolicy)
        .putHeader("Referrer-Policy", "no-referrer");
  }

  /** Sets them for an answer that no browser shows. */
  static void putHeaders(HttpServerResponse response) {
    putHeaders(response, NOTHING);
  }

  /** Sends it, unless the client has gone or has an answer. */
  void to(AccessLogEntry entry) {
    HttpServerRequest request = entry.request();
    HttpServerResponse response = request.response();
    if (response.closed() || response.ended()) {
      return;
    }
    entry.setResult(word, "none");
    putHeaders(response, contentPolicy);
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, type)
        .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
    if (packed) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, GZIP);
    }
    if (request.method().equals(HttpMethod.HEAD)) {
      response.end();
    } else {
      response.end(body);
    }
  }
}
