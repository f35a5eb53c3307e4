package dev.blazon.api.rendered;

import dev.blazon.api.resolve.Outcome;
import dev.blazon.service.http.Gzip;
import io.micrometer.core.instrument.Counter;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A complete answer, which can be sent any number of times: the plain bytes and, from the first
 * request that accepts gzip, the gzipped ones. Thread-safe.
 */
public final class RenderedAnswer {

  /** About what headers, entity tags and the objects themselves take in memory, in bytes. */
  private static final int OVERHEAD = 2048;

  private final Response response;
  private final Outcome outcome;
  private final Counter counter;
  private final long renderedMillis;
  private final Representation plain;
  private volatile Optional<Representation> gzipped = Optional.empty();

  /**
   * The parts of an answer.
   *
   * @param status the HTTP status
   * @param contentType the value of {@code Content-Type}
   * @param body the body; must not be changed afterwards
   * @param etag the entity tag of {@code body}: strong, with its quotes
   * @param cacheControl the value of {@code Cache-Control}
   * @param compressible whether the body shrinks by gzip; the answer then varies by {@code
   *     Accept-Encoding}
   * @param extraHeaders further headers, name and value; they replace the security headers of the
   *     same name
   */
  public record Response(
      int status,
      String contentType,
      Buffer body,
      String etag,
      String cacheControl,
      boolean compressible,
      List<Map.Entry<String, String>> extraHeaders) {

    Response withCacheControl(String other) {
      return new Response(status, contentType, body, etag, other, compressible, extraHeaders);
    }
  }

  /**
   * Creates an answer.
   *
   * @param counter the counter of the requests answered with it
   * @param renderedMillis when it was made, in milliseconds since the epoch
   */
  public RenderedAnswer(Response response, Outcome outcome, Counter counter, long renderedMillis) {
    this.response = response;
    this.outcome = outcome;
    this.counter = counter;
    this.renderedMillis = renderedMillis;
    this.plain = new Representation(response.body(), response.etag(), headers(), renderedMillis);
  }

  /** The same words and picture as a stale answer, because a newer one cannot be had. */
  RenderedAnswer asStale(Counter asStale, long nowMillis) {
    return new RenderedAnswer(
        response.withCacheControl(CachePolicy.BRIEF), Outcome.STALE, asStale, nowMillis);
  }

  public int status() {
    return response.status();
  }

  public Outcome outcome() {
    return outcome;
  }

  public Counter counter() {
    return counter;
  }

  long renderedMillis() {
    return renderedMillis;
  }

  /** About what this answer takes in memory, in bytes, the gzipped form included. */
  int weight() {
    return OVERHEAD + response.body().length() * (response.compressible() ? 2 : 1);
  }

  /** The representation for a client that does or does not accept gzip. */
  public Representation representation(boolean takesGzip) {
    return takesGzip && response.compressible() ? gzipped() : plain;
  }

  public boolean isCompressible() {
    return response.compressible();
  }

  private Representation gzipped() {
    if (gzipped.isEmpty()) {
      // Two threads may do this at once; both produce the same bytes.
      List<Map.Entry<String, String>> headers = headers();
      headers.add(Map.entry("Content-Encoding", "gzip"));
      String etag = response.etag().substring(0, response.etag().length() - 1) + "-gzip\"";
      Buffer body = Gzip.compress(response.body());
      gzipped = Optional.of(new Representation(body, etag, headers, renderedMillis));
    }
    return gzipped.orElseThrow();
  }

  private List<Map.Entry<String, String>> headers() {
    List<Map.Entry<String, String>> headers = new ArrayList<>(response.extraHeaders());
    headers.add(Map.entry("Content-Type", response.contentType()));
    headers.add(Map.entry("Cache-Control", response.cacheControl()));
    if (response.compressible()) {
      headers.add(Map.entry("Vary", "Accept-Encoding"));
    }
    return headers;
  }
}
