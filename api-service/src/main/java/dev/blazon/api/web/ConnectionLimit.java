package dev.blazon.api.web;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bounds how many connections are open at once: each takes about 10 KB of heap, however idle, and a
 * crowd must not cost those their badge who were here before. One connection too many is closed at
 * once. Thread-safe; shared by all event loops.
 */
final class ConnectionLimit implements Handler<HttpConnection> {

  private final int most;
  private final AtomicInteger open = new AtomicInteger();

  ConnectionLimit(int most) {
    this.most = most;
  }

  @Override
  public void handle(HttpConnection connection) {
    if (open.incrementAndGet() > most) {
      open.decrementAndGet();
      connection.close();
    } else {
      connection.closeHandler(closed -> open.decrementAndGet());
    }
  }
}
