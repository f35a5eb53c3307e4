package dev.blazon.service.http;

import dev.blazon.service.RequestId;
import dev.blazon.service.log.Logging;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A request while it is being answered: what it is called, and, when there is an access log, its
 * line there. The line tells what was asked for and what came of it, and nothing about who asked:
 * no address, no referrer, no user agent, and no query, which may hold somebody's token. Lives on
 * one event loop.
 */
public final class AccessLogEntry {

  private static final Logger ACCESS = LoggerFactory.getLogger(Logging.ACCESS);

  /** More of a path tells no more. */
  private static final int LONGEST_PATH = 512;

  private static final String UNKNOWN = "-";
  private static final double NANOS_A_MILLI = 1e6;

  private final HttpServerRequest request;
  private final RequestId id;
  private final long begun;
  private String outcome = UNKNOWN;
  private String cache = UNKNOWN;

  private AccessLogEntry(HttpServerRequest request, RequestId id, long begun) {
    this.request = request;
    this.id = id;
    this.begun = begun;
  }

  /** To be called first of all: from here on the time counts. */
  public static AccessLogEntry begin(HttpServerRequest request) {
    RequestId id = RequestId.of(request);
    if (!ACCESS.isInfoEnabled()) {
      return new AccessLogEntry(request, id, 0);
    }
    AccessLogEntry entry = new AccessLogEntry(request, id, System.nanoTime());
    request.response().bodyEndHandler(ended -> entry.log());
    return entry;
  }

  public HttpServerRequest request() {
    return request;
  }

  public RequestId id() {
    return id;
  }

  /**
   * Adds how the request was answered.
   *
   * @param newOutcome how the answer came about, in a word
   * @param newCache where it was found, in a word
   */
  public void setResult(String newOutcome, String newCache) {
    outcome = newOutcome;
    cache = newCache;
  }

  /** Probes are nobody's request, and there is one a second from each balancer. */
  private void log() {
    if (Health.isAt(request.path())) {
      return;
    }
    HttpServerResponse response = request.response();
    ACCESS
        .atInfo()
        .addKeyValue("method", request.method())
        .addKeyValue("path", printable(request.path()))
        .addKeyValue("status", response.getStatusCode())
        .addKeyValue("bytes", response.bytesWritten())
        .addKeyValue("ms", Math.round((System.nanoTime() - begun) / NANOS_A_MILLI * 100) / 100.0)
        .addKeyValue("outcome", outcome)
        .addKeyValue("cache", cache)
        .addKeyValue(RequestId.KEY, id)
        .log("answered");
  }

  /** As it came, but for what could pass for another field or line, or talk to a terminal. */
  private static String printable(String path) {
    if (path == null) {
      return UNKNOWN;
    }
    StringBuilder text = new StringBuilder(Math.min(path.length(), LONGEST_PATH));
    for (int i = 0; i < path.length() && i < LONGEST_PATH; i++) {
      char c = path.charAt(i);
      text.append(c > ' ' && c < 0x7f ? c : '?');
    }
    return text.toString();
  }
}
