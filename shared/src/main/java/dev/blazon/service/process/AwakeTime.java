package dev.blazon.service.process;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A clock that stands still while the whole process does: after SIGSTOP, in a paused container, on
 * a sleeping laptop. Whoever asks it regularly sees that it was not asked for long, so each step
 * counts for at most two periods. Not thread-safe.
 */
final class AwakeTime {

  private final LongSupplier nanoTime;
  private final long longestStep;
  private long last;
  private long awake;

  /**
   * Creates a clock at 0.
   *
   * @param nanoTime as {@link System#nanoTime}
   * @param period the time between two calls of {@link #advance}
   */
  AwakeTime(LongSupplier nanoTime, Duration period) {
    this.nanoTime = nanoTime;
    this.longestStep = period.toNanos() * 2;
    this.last = nanoTime.getAsLong();
  }

  /** Advances the clock, and returns its time in nanoseconds. */
  long advance() {
    long now = nanoTime.getAsLong();
    awake += Math.min(now - last, longestStep);
    last = now;
    return awake;
  }
}
