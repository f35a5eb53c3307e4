package dev.blazon.service.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The open connections of one event loop, bounded in number, and in time by what they ask: a
 * connection lives as long as whole requests come on it. Bytes that come without ever making a
 * request (headers that drip, "slowloris") do not prolong it. Who does not read is not listened to
 * any more once a few answers wait; the server's own idle timeout, which sees no byte move, ends
 * that.
 *
 * <p>Handles new connections; to be told of each request with {@link #asked}. Lives on one event
 * loop, so nothing is locked.
 */
final class Connections implements Handler<HttpConnection> {

  /** What may wait to be sent before the next request is read: a few badges, or one page. */
  private static final int UNREAD_BYTES = 8 * 1024;

  /** Closed in one go; a crowd takes many, with everybody else's requests in between. */
  private static final int CLOSED_AT_ONCE = 64;

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final ConnectionLimit limit;
  private final long firstWithin;
  private final long nextWithin;

  /** Since when they wait for their first request; the longest first. */
  private final Map<HttpConnection, Long> fresh = new LinkedHashMap<>();

  /** Since when they have asked nothing more; the longest first. */
  private final Map<HttpConnection, Long> kept = new LinkedHashMap<>();

  /**
   * The connections of an event loop.
   *
   * @param limit of all event loops together
   * @param firstWithin how long a connection may be open before its first request is here as a
   *     whole
   * @param nextWithin how long after the beginning of one request the next may take to be here
   */
  Connections(ConnectionLimit limit, Duration firstWithin, Duration nextWithin) {
    this.limit = limit;
    this.firstWithin = firstWithin.toNanos();
    this.nextWithin = nextWithin.toNanos();
  }

  /** Begins to look for connections that have waited too long. */
  Connections watchedBy(Vertx vertx) {
    vertx.setPeriodic(LOOK_EVERY.toMillis(), id -> closeLingering(vertx));
    return this;
  }

  @Override
  public void handle(HttpConnection connection) {
    if (!limit.enter()) {
      connection.close();
      return;
    }
    fresh.put(connection, System.nanoTime());
    connection.closeHandler(closed -> leave(connection));
  }

  private void leave(HttpConnection connection) {
    limit.leave();
    fresh.remove(connection);
    kept.remove(connection);
  }

  /** A whole request head has come. */
  void asked(HttpServerRequest request) {
    HttpConnection connection = request.connection();
    // Taken out first, so that it goes to the end; one that has been closed meanwhile stays out.
    if (fresh.remove(connection) != null) {
      request.response().setWriteQueueMaxSize(UNREAD_BYTES);
      kept.put(connection, System.nanoTime());
    } else if (kept.remove(connection) != null) {
      kept.put(connection, System.nanoTime());
    }
  }

  private void closeLingering(Vertx vertx) {
    long now = System.nanoTime();
    boolean moreFresh = close(fresh, now - firstWithin);
    boolean moreKept = close(kept, now - nextWithin);
    if (moreFresh || moreKept) {
      vertx.runOnContext(others -> closeLingering(vertx));
    }
  }

  /** Whether there may be more. */
  private static boolean close(Map<HttpConnection, Long> waiting, long before) {
    Iterator<Map.Entry<HttpConnection, Long>> longest = waiting.entrySet().iterator();
    for (int i = 0; i < CLOSED_AT_ONCE; i++) {
      if (!longest.hasNext()) {
        return false;
      }
      Map.Entry<HttpConnection, Long> next = longest.next();
      if (next.getValue() - before > 0) {
        return false;
      }
      longest.remove();
      next.getKey().close();
    }
    return true;
  }
}
