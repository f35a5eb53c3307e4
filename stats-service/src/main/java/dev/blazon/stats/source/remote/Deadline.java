package dev.blazon.stats.source.remote;

import dev.blazon.stats.source.SourceException;
import java.time.Duration;

/** The moment when a call to a source must have ended. It does not depend on the wall clock. */
public final class Deadline {

  private final String what;
  private final Duration within;
  private final long end;

  private Deadline(String what, Duration within) {
    this.what = what;
    this.within = within;
    this.end = System.nanoTime() + within.toNanos();
  }

  /**
   * A deadline that begins to run now.
   *
   * @param what takes so long, for messages, as in {@code clickhouse}
   */
  public static Deadline of(String what, Duration within) {
    return new Deadline(what, within);
  }

  /**
   * The time that is left; more than zero.
   *
   * @throws SourceException if there is none
   */
  public Duration left() throws SourceException {
    long nanoseconds = end - System.nanoTime();
    if (nanoseconds <= 0) {
      throw new SourceException(
          SourceException.Kind.UNAVAILABLE,
          what + " took longer than " + within.toMillis() + " ms");
    }
    return Duration.ofNanos(nanoseconds);
  }
}
