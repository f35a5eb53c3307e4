package dev.blazon.api.page;

import dev.blazon.service.http.EntityTag;
import dev.blazon.service.http.Gzip;
import dev.blazon.service.http.SecurityHeaders;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * An answer to a browser.
 *
 * @param status the HTTP status
 * @param type the value of {@code Content-Type}
 * @param body the uncompressed body
 * @param cacheControl the value of {@code Cache-Control}
 */
record PageAnswer(int status, String type, Buffer body, String cacheControl) {

  private static final String HTML = "text/html;charset=utf-8";
  private static final String IMMUTABLE = "public, max-age=31536000, immutable";
  private static final String A_DAY = "public, max-age=86400";

  /** Below this, gzip saves no packet. */
  private static final int SMALL = 1000;

  private static final String A_MINUTE = "public, max-age=60";
  private static final String MINUTES = "public, max-age=300";
  private static final String NEVER = "no-store";

  /** Allows scripts, styles, pictures and forms of this origin only, and nothing inline. */
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** A page that changes only with a release of this service. */
  static PageAnswer html(Html page) {
    return new PageAnswer(200, HTML, Buffer.buffer("<!doctype html>" + page.written()), MINUTES);
  }

  static PageAnswer plain(int status, String text) {
    return new PageAnswer(status, "text/plain;charset=utf-8", Buffer.buffer(text), NEVER);
  }

  static PageAnswer json(JsonObject json) {
    return new PageAnswer(200, "application/json;charset=utf-8", json.toBuffer(), NEVER);
  }

  static PageAnswer asset(String type, Buffer body) {
    return new PageAnswer(200, type, body, IMMUTABLE);
  }

  PageAnswer withStatus(int other) {
    return new PageAnswer(other, type, body, cacheControl);
  }

  /** A copy that must not be cached. */
  PageAnswer uncached() {
    return new PageAnswer(status, type, body, NEVER);
  }

  /** A copy that may be cached for a minute, for pages with changing data. */
  PageAnswer forAMinute() {
    return new PageAnswer(status, type, body, A_MINUTE);
  }

  PageAnswer forADay() {
    return new PageAnswer(status, type, body, A_DAY);
  }

  /**
   * Makes what is sent. This takes milliseconds for a long page.
   *
   * @param gzip whether the client accepts gzip
   */
  Prepared prepared(boolean gzip) {
    Optional<Buffer> packed =
        gzip && body.length() > SMALL ? Optional.of(Gzip.compress(body)) : Optional.empty();
    return new Prepared(this, EntityTag.of(body), packed);
  }

  /**
   * An answer that is ready to be sent.
   *
   * @param packed the body, compressed with gzip; empty: the body is sent as it is
   */
  record Prepared(PageAnswer answer, String etag, Optional<Buffer> packed) {

    void send(HttpServerRequest request) {
      HttpServerResponse response = request.response();
      if (response.closed()) {
        return; // The client has closed the connection.
      }
      response
          .putHeader(HttpHeaders.CACHE_CONTROL, answer.cacheControl())
          .putHeader(HttpHeaders.ETAG, etag)
          .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
          .putHeader(SecurityHeaders.CONTENT_SECURITY_POLICY, POLICY)
          .putHeader(SecurityHeaders.RESOURCE_POLICY, "same-origin")
          .putHeader(SecurityHeaders.CONTENT_TYPE_OPTIONS, SecurityHeaders.NOSNIFF)
          .putHeader("Referrer-Policy", "no-referrer");
      List<String> known = request.headers().getAll(HttpHeaders.IF_NONE_MATCH);
      if (answer.status() == 200 && EntityTag.matches(known, etag)) {
        response.setStatusCode(304).end();
        return;
      }
      response.setStatusCode(answer.status()).putHeader(HttpHeaders.CONTENT_TYPE, answer.type());
      packed.ifPresent(body -> response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip"));
      Buffer sent = packed.orElse(answer.body());
      response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(sent.length()));
      if (request.method().equals(HttpMethod.HEAD)) {
        response.end();
      } else {
        response.end(sent);
      }
    }
  }
}
