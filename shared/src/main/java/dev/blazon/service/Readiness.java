package dev.blazon.service;

import java.util.Optional;

/**
 * Whether load balancers should send requests to this service. A service is unready until it is
 * warm; once it begins to stop, it stays unready. Thread-safe, and cheap enough to check for every
 * request.
 */
public final class Readiness {

  private volatile Optional<String> obstacle = Optional.of("starting");
  private volatile boolean stopping;

  /** Marks the service as ready, unless it is stopping. */
  public synchronized void ready() {
    if (!stopping) {
      obstacle = Optional.empty();
    }
  }

  /**
   * Marks the service as unready.
   *
   * @param why one line, shown by {@code /readyz}
   */
  public synchronized void unready(String why) {
    if (!stopping) {
      obstacle = Optional.of(why);
    }
  }

  /** Marks the service as unready for good. Requests that still arrive are answered. */
  public synchronized void stop() {
    stopping = true;
    obstacle = Optional.of("stopping");
  }

  /** Whether the service is stopping, so that clients should move to other connections. */
  public boolean isStopping() {
    return stopping;
  }

  /** The reason why the service is unready; empty: it is ready. */
  public Optional<String> obstacle() {
    return obstacle;
  }
}
