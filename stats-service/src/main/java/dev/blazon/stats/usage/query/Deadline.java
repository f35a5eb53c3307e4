package dev.blazon.stats.usage.query;

import java.time.Duration;

/** The end of the time that a question has; it does not depend on the wall clock. */
record Deadline(long nanos) {

  static Deadline in(Duration within) {
    return new Deadline(System.nanoTime() + within.toNanos());
  }

  boolean isOver() {
    return System.nanoTime() - nanos > 0;
  }
}
