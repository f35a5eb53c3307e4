package dev.blazon.stats;

import java.time.Duration;

/** The time that a reader has left; it does not depend on the wall clock. */
final class TimeLeft {

  private final long end;

  TimeLeft(Duration within) {
    this.end = System.nanoTime() + within.toNanos();
  }

  /** A share of what is left. */
  Duration share(double share) {
    return Duration.ofNanos((long) (nanos() * share));
  }

  /** What is left beside what is needed afterwards. */
  Duration left(Duration needed) {
    return Duration.ofNanos(Math.max(0, nanos() - needed.toNanos()));
  }

  private long nanos() {
    return Math.max(0, end - System.nanoTime());
  }
}
