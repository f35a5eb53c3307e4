package dev.blazon.stats.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before something that can fail for a while: after a failure it is tried again at a bounded
 * pace, and everybody in between gets the same failure at once. A failure is logged when it begins
 * and when it ends. Thread-safe.
 */
public final class Gate {

  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

  private record Failure(RuntimeException problem, Instant until) {}

  private final String what;
  private final Duration pause;
  private final Clock clock;
  private volatile Optional<Failure> failure = Optional.empty();

  /**
   * @param what for the log, as in {@code the counts cannot be read}
   * @param pause between two tries
   */
  public Gate(String what, Duration pause, Clock clock) {
    this.what = what;
    this.pause = pause;
    this.clock = clock;
  }

  /** Throws the failure of a moment ago, if there was one. */
  public void enter() {
    Optional<Failure> last = failure;
    if (last.isPresent() && isBefore(last.get().until())) {
      throw last.get().problem();
    }
  }

  /** The clock may have gone back: then a pause ends. */
  private boolean isBefore(Instant until) {
    Instant now = clock.instant();
    return now.isBefore(until) && !now.isBefore(until.minus(pause));
  }

  /** Notes a failure, after which {@link #enter} throws it for a while. */
  public synchronized void failed(RuntimeException problem) {
    if (failure.isEmpty()) {
      LOG.error("{}: {}", what, problem.getMessage());
    }
    failure = Optional.of(new Failure(problem, clock.instant().plus(pause)));
  }

  /** Notes that it works. */
  public void succeeded() {
    if (failure.isEmpty()) {
      return;
    }
    synchronized (this) {
      // Something that began before the failure proves nothing.
      if (failure.isPresent() && !isBefore(failure.get().until())) {
        failure = Optional.empty();
        LOG.info("{}: this is over", what);
      }
    }
  }

  public boolean isFailing() {
    return failure.isPresent();
  }
}
