package dev.blazon.upstream;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Spares an upstream that is down, and our readers the wait for it: after some failures in a row
 * nothing is asked for a while, then one request tries whether it is back. Also keeps the time that
 * an upstream asked us to stay away. Thread-safe.
 *
 * <p>Our own rather than a library's, because it is this small, needs no timer or thread, and must
 * know {@code Retry-After}, which theirs do not.
 */
final class Breaker {

  /** As many as may fail by one lost packet; several shields of a page fail together. */
  private static final int FAILURES_TO_OPEN = 5;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  /** One request in two seconds burdens nobody, and readers gain when the end is noticed soon. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final Clock clock;
  private int failures;
  private boolean trying;
  private Duration pause = FIRST_PAUSE;
  private Instant pausedUntil = Instant.MIN;
  private Instant heldUntil = Instant.MIN;

  Breaker(Clock clock) {
    this.clock = clock;
  }

  /** Why nothing may be asked now; empty: go on, and report how it went. */
  synchronized Optional<Fetched.Trouble> refusal() {
    Instant now = clock.instant();
    if (now.isBefore(heldUntil)) {
      return Optional.of(Fetched.Trouble.RATE_LIMITED);
    }
    if (failures < FAILURES_TO_OPEN) {
      return Optional.empty();
    }
    if (now.isBefore(pausedUntil)) {
      return Optional.of(Fetched.Trouble.UNREACHABLE);
    }
    trying = true;
    pausedUntil = now.plus(pause); // Until this one reports, the others go on waiting.
    return Optional.empty();
  }

  synchronized void succeeded() {
    failures = 0;
    trying = false;
    pause = FIRST_PAUSE;
  }

  synchronized void failed() {
    failures++;
    if (trying) {
      trying = false;
      pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
      pausedUntil = clock.instant().plus(pause);
    } else if (failures == FAILURES_TO_OPEN) {
      pausedUntil = clock.instant().plus(pause);
    }
  }

  /** The upstream asked us to stay away that long. */
  synchronized void hold(Duration time) {
    heldUntil = clock.instant().plus(time);
  }

  synchronized boolean isOpen() {
    return failures >= FAILURES_TO_OPEN || clock.instant().isBefore(heldUntil);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
