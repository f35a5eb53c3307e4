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
 * An answer ready to be sent, as often as it is asked for: the bytes as they are and, once someone
 * has asked for them, gzipped. Thread-safe.
 */
public final class RenderedAnswer {

  /** About what headers, entity tags and the objects themselves take, in bytes. */
  private static final int OVERHEAD = 2048;

  private final Response response;
  private final Outcome outcome;
  private final Counter counter;
  private final long renderedMillis;
  private final Representation plain;
  private volatile Optional<Representation> gzipped = Optional.empty();

  /**
   * What there is to send.
   *
   * @param status the HTTP status
   * @param contentType the value of {@code Content-Type}
   * @param body never to be changed
   * @param etag of {@code body}: strong, with its quotes
   * @param cacheControl the value of {@code Cache-Control}
   * @param compressible whether gzip is worth while; the answer then varies by {@code
   *     Accept-Encoding}
   * @param extraHeaders further headers: name and value; they win over the usual ones
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
   * An answer.
   *
   * @param counter counts each time it is given
   * @param renderedMillis when it was made, since the epoch
   */
  public RenderedAnswer(Response response, Outcome outcome, Counter counter, long renderedMillis) {
    this.response = response;
    this.outcome = outcome;
    this.counter = counter;
    this.renderedMillis = renderedMillis;
    this.plain = new Representation(response.body(), response.etag(), headers(), renderedMillis);
  }

  /** The same words and picture, given again at a later time because nothing newer can be had. */
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

  /** The form for a client that takes gzip, or does not. */
  public Representation representation(boolean takesGzip) {
    return takesGzip && response.compressible() ? gzipped() : plain;
  }

  public boolean isCompressible() {
    return response.compressible();
  }

  private Representation gzipped() {
    if (gzipped.isEmpty()) {
      // Two threads may do this at once; both come to the same bytes.
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
