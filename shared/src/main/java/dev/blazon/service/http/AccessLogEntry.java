package dev.blazon.service.http;

import dev.blazon.service.RequestId;
import dev.blazon.service.log.Logging;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The access-log line of a request, and the request's id. The line contains the path, the status
 * and how the answer was made, but nothing about the client: no address, no referrer, no user
 * agent, and no query, which may contain a token. Without an access log, only the id is used. Not
 * thread-safe: used on the event loop of the request.
 */
public final class AccessLogEntry {

  private static final Logger ACCESS = LoggerFactory.getLogger(Logging.ACCESS);

  /** The longest path that is logged, in characters. */
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

  /** Begins the entry. Call this first: the logged time starts here. */
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
   * Sets how the request was answered.
   *
   * @param newOutcome what the answer is, in one word
   * @param newCache where it was found, in one word
   */
  public void setResult(String newOutcome, String newCache) {
    outcome = newOutcome;
    cache = newCache;
  }

  /** Writes the line. Health probes are skipped: each load balancer sends one a second. */
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

  /**
   * The path with a {@code ?} for each character that could begin another field or line, or control
   * a terminal.
   */
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
