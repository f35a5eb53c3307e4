package dev.blazon.api.report;

import java.time.Duration;

/**
 * The time by which a call must be answered.
 *
 * @param end as {@link System#nanoTime} gives it
 */
record Deadline(long end) {

  /** Less would be no time at all for a timer. */
  private static final Duration LEAST = Duration.ofMillis(1);

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** The time that is left; at least a millisecond. */
  Duration left() {
    Duration left = Duration.ofNanos(end - System.nanoTime());
    return left.compareTo(LEAST) > 0 ? left : LEAST;
  }

  boolean hasPassed() {
    return System.nanoTime() - end >= 0;
  }
}
