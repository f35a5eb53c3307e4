package dev.blazon.service;

import java.util.Optional;

/**
 * Whether a balancer should send requests here. A service is unready until it is warm, and from the
 * moment it was told to stop, for good. Thread-safe, and cheap enough to ask for every request.
 */
public final class Readiness {

  private volatile Optional<String> obstacle = Optional.of("starting");
  private volatile boolean stopping;

  /** Requests are welcome, unless the service stops. */
  public synchronized void ready() {
    if (!stopping) {
      obstacle = Optional.empty();
    }
  }

  /**
   * No requests yet, please.
   *
   * @param why one line, shown by {@code /readyz}
   */
  public synchronized void unready(String why) {
    if (!stopping) {
      obstacle = Optional.of(why);
    }
  }

  /** No new requests, please, ever again; those that come all the same are answered. */
  public synchronized void stop() {
    stopping = true;
    obstacle = Optional.of("stopping");
  }

  /**
   * Whether the service was told to stop: who is answered now should look for another connection.
   */
  public boolean isStopping() {
    return stopping;
  }

  /** What stands in the way; empty: ready. */
  public Optional<String> obstacle() {
    return obstacle;
  }
}
