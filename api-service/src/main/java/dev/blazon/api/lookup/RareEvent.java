package dev.blazon.api.lookup;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells the first event of a row from the others, so that only it is logged. A row ends when
 * nothing has happened for a while. Thread-safe.
 */
final class RareEvent {

  private final long quiet;
  private final AtomicLong last;

  /**
   * @param quiet how long nothing must happen for the next event to be a first one again
   */
  RareEvent(Duration quiet) {
    this.quiet = quiet.toNanos();
    this.last = new AtomicLong(System.nanoTime() - this.quiet);
  }

  /** Notes an event; returns whether it is the first of a row. */
  boolean begin() {
    long now = System.nanoTime();
    return now - last.getAndSet(now) >= quiet;
  }
}
