package dev.blazon.service;

import java.util.Optional;

/**
 * Whether load balancers should send requests to this service. A service is unready until it is
 * warm, and while an event loop stands still; once it begins to stop, it stays unready.
 * Thread-safe, and cheap enough to check for every request.
 */
public final class Readiness {

  private Optional<String> ownObstacle = Optional.of("starting");
  private Optional<String> stall = Optional.empty();
  private volatile Optional<String> obstacle = ownObstacle;
  private volatile boolean stopping;

  /** Marks the service as ready, unless it is stopping. */
  public synchronized void ready() {
    ownObstacle = Optional.empty();
    update();
  }

  /**
   * Marks the service as unready.
   *
   * @param why one line, shown by {@code /readyz}
   */
  public synchronized void unready(String why) {
    ownObstacle = Optional.of(why);
    update();
  }

  /**
   * Sets whether something stands still in this process. As long as it does, the service is
   * unready, whatever the service itself says.
   *
   * @param why one line, shown by {@code /readyz}; empty: everything moves
   */
  public synchronized void stalled(Optional<String> why) {
    stall = why;
    update();
  }

  /** Marks the service as unready for good. Requests that still arrive are answered. */
  public synchronized void stop() {
    stopping = true;
    update();
  }

  private void update() {
    obstacle = stopping ? Optional.of("stopping") : stall.or(() -> ownObstacle);
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
