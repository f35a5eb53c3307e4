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
 * The open connections of one event loop, limited in number and in time. A connection stays open as
 * long as complete requests arrive on it; incomplete ones (slowly sent headers, "slowloris") do not
 * count. If a client does not read, no more of its requests are read once a few responses wait to
 * be sent; the server's idle timeout then closes the connection.
 *
 * <p>Handles new connections; {@link #onRequest} must be called for each request. Not thread-safe:
 * used on one event loop.
 */
final class Connections implements Handler<HttpConnection> {

  /** How many bytes may wait to be sent before reading pauses: a few badges, or one page. */
  private static final int UNREAD_BYTES = 8 * 1024;

  /** How many connections are closed before the event loop handles other requests again. */
  private static final int CLOSED_AT_ONCE = 64;

  private static final Duration CHECK_EVERY = Duration.ofSeconds(1);

  private final ConnectionLimit limit;
  private final long firstWithin;
  private final long nextWithin;
  private final Handler<HttpConnection> accepted;

  /** Connections without a request yet, with the time of connecting; the oldest first. */
  private final Map<HttpConnection, Long> awaitingFirst = new LinkedHashMap<>();

  /** Connections with the time of their last request; the oldest first. */
  private final Map<HttpConnection, Long> awaitingNext = new LinkedHashMap<>();

  /**
   * Creates the connections of one event loop.
   *
   * @param limit shared by all event loops
   * @param firstWithin how long a connection may be open before its first request has arrived
   *     completely
   * @param nextWithin how much time may pass between one request and the next
   * @param accepted gets each connection that is within the limit
   */
  Connections(
      ConnectionLimit limit,
      Duration firstWithin,
      Duration nextWithin,
      Handler<HttpConnection> accepted) {
    this.limit = limit;
    this.firstWithin = firstWithin.toNanos();
    this.nextWithin = nextWithin.toNanos();
    this.accepted = accepted;
  }

  /** Starts closing connections that have waited too long, with a check every second. */
  Connections watchedBy(Vertx vertx) {
    vertx.setPeriodic(CHECK_EVERY.toMillis(), id -> closeLingering(vertx));
    return this;
  }

  @Override
  public void handle(HttpConnection connection) {
    if (!limit.enter()) {
      connection.close();
      return;
    }
    awaitingFirst.put(connection, System.nanoTime());
    connection.closeHandler(closed -> leave(connection));
    accepted.handle(connection);
  }

  private void leave(HttpConnection connection) {
    limit.leave();
    awaitingFirst.remove(connection);
    awaitingNext.remove(connection);
  }

  /** Restarts the connection's time limit: a complete request head has arrived. */
  void onRequest(HttpServerRequest request) {
    HttpConnection connection = request.connection();
    // Removed first, so that it moves to the end. A connection closed meanwhile is not added.
    if (awaitingFirst.remove(connection) != null) {
      request.response().setWriteQueueMaxSize(UNREAD_BYTES);
      awaitingNext.put(connection, System.nanoTime());
    } else if (awaitingNext.remove(connection) != null) {
      awaitingNext.put(connection, System.nanoTime());
    }
  }

  private void closeLingering(Vertx vertx) {
    long now = System.nanoTime();
    boolean moreFirst = close(awaitingFirst, now - firstWithin);
    boolean moreNext = close(awaitingNext, now - nextWithin);
    if (moreFirst || moreNext) {
      vertx.runOnContext(others -> closeLingering(vertx));
    }
  }

  /** Closes connections older than the given time; returns whether there may be more. */
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
