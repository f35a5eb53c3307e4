package dev.blazon.api.rendered;

import dev.blazon.service.http.SecurityHeaders;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One representation of an answer (RFC 9110, section 3.2): plain or gzipped bytes with their
 * headers. The headers are made at most once a second, because only {@code Date} and {@code Age}
 * change. Thread-safe.
 */
public final class Representation {

  /** The preferred format of RFC 9110, section 5.6.7. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Buffer body;
  private final String etag;
  private final MultiMap fixed;
  private final long renderedMillis;
  private volatile Dated dated = new Dated(Long.MIN_VALUE, MultiMap.caseInsensitiveMultiMap());

  private record Dated(long second, MultiMap headers) {}

  Representation(
      Buffer body, String etag, List<Map.Entry<String, String>> headers, long renderedMillis) {
    this.body = body;
    this.etag = etag;
    this.renderedMillis = renderedMillis;
    MultiMap all = HttpHeaders.headers();
    for (Map.Entry<String, String> header : headers) {
      all.add(HttpHeaders.createOptimized(header.getKey()), header.getValue());
    }
    all.add(HttpHeaders.ETAG, etag);
    all.add(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
    SecurityHeaders.ALL.forEach(
        header -> {
          if (!all.contains(header.getKey())) {
            all.add(HttpHeaders.createOptimized(header.getKey()), header.getValue());
          }
        });
    this.fixed = all;
  }

  public Buffer body() {
    return body;
  }

  public String etag() {
    return etag;
  }

  /**
   * All headers of an answer sent at that time. They are shared between answers and must not be
   * changed.
   *
   * @param nowMillis milliseconds since the epoch
   */
  public MultiMap headers(long nowMillis) {
    long second = nowMillis / 1000;
    Dated current = dated;
    if (current.second() != second) {
      MultiMap headers = HttpHeaders.headers().addAll(fixed);
      headers.add(HttpHeaders.DATE, HTTP_DATE.format(Instant.ofEpochSecond(second)));
      headers.add(HttpHeaders.AGE, Long.toString(ageSeconds(nowMillis)));
      current = new Dated(second, headers.copy(false));
      dated = current;
    }
    return current.headers();
  }

  /**
   * The time since the answer was made (RFC 9111, section 5.1): this service is its origin server.
   * The age of the facts in it is left out. This service decides how long those are fresh: ten
   * minutes for a project, a day for download counts. If their age were added, counts would already
   * be too old for every cache in front when they arrive, and so would all badges while an upstream
   * is down, just when those caches are needed most.
   */
  private long ageSeconds(long nowMillis) {
    return Math.max(0, (nowMillis - renderedMillis) / 1000);
  }
}
