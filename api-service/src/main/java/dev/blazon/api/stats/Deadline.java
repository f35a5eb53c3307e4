package dev.blazon.api.stats;

import java.time.Duration;

/**
 * The time by which questions must be answered.
 *
 * @param end as {@link System#nanoTime} gives it
 */
public record Deadline(long end) {

  /** Less would be no time at all for a timer. */
  private static final Duration LEAST = Duration.ofMillis(1);

  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** The time that is left; at least a millisecond. */
  public Duration left() {
    Duration left = Duration.ofNanos(end - System.nanoTime());
    return left.compareTo(LEAST) > 0 ? left : LEAST;
  }

  public boolean hasPassed() {
    return System.nanoTime() - end >= 0;
  }
}
