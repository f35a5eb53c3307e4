package dev.blazon.upstream;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The circuit breaker of an upstream. After five failures in a row, no requests are sent for a
 * pause; then one request at a time tests whether the upstream is back. It also holds requests back
 * as long as {@code Retry-After} demands. Thread-safe.
 *
 * <p>Not taken from a library, because it is small, needs no timer or thread, and must support
 * {@code Retry-After}, which libraries do not.
 */
final class Breaker {

  /** One lost packet can make this many requests fail, as the badges of a page load together. */
  private static final int FAILURES_TO_OPEN = 5;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  /** One request in two seconds burdens no upstream, and its recovery is noticed soon. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final Clock clock;
  private int failures;
  private boolean testing;
  private Duration pause = FIRST_PAUSE;
  private Instant pausedUntil = Instant.MIN;
  private Instant heldUntil = Instant.MIN;

  Breaker(Clock clock) {
    this.clock = clock;
  }

  /** Why no request may be sent now; empty: send one, then report success or failure. */
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
    testing = true;
    pausedUntil = now.plus(pause); // Until this request reports, others are refused.
    return Optional.empty();
  }

  synchronized void succeeded() {
    failures = 0;
    testing = false;
    pause = FIRST_PAUSE;
  }

  synchronized void failed() {
    failures++;
    if (testing) {
      testing = false;
      pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
      pausedUntil = clock.instant().plus(pause);
    } else if (failures == FAILURES_TO_OPEN) {
      pausedUntil = clock.instant().plus(pause);
    }
  }

  /** Refuses requests for this time, because the upstream demanded it. */
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
