package dev.blazon.service;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether a balancer should send requests here. A service is unready while it starts and from the
 * moment it was told to stop. Thread-safe.
 */
public final class Readiness {

  private final AtomicReference<Optional<String>> obstacle =
      new AtomicReference<>(Optional.of("starting"));

  /** Requests are welcome. */
  public void ready() {
    obstacle.set(Optional.empty());
  }

  /**
   * No new requests, please.
   *
   * @param why one line, shown by {@code /readyz}
   */
  public void unready(String why) {
    obstacle.set(Optional.of(why));
  }

  /** What stands in the way; empty: ready. */
  public Optional<String> obstacle() {
    return obstacle.get();
  }
}
