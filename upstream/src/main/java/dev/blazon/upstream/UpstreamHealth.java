package dev.blazon.upstream;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether an upstream answers, since when it does not, and why. Says so with one line when it
 * begins to fail and one when it is well again, and none in between. Thread-safe.
 */
final class UpstreamHealth {

  /** A single lost packet or slow answer is no outage. */
  private static final int FAILURES_IN_A_ROW = 3;

  /**
   * Answers that cannot be read, in a row. There are more of them, because a few projects'
   * documents may be unreadable, and strangers choose which are asked for.
   */
  private static final int UNREADABLE_IN_A_ROW = 20;

  private static final Logger LOG = LoggerFactory.getLogger(UpstreamHealth.class);

  private final String name;
  private final Clock clock;
  private final boolean isTold;
  private int failures;
  private int unreadable;
  private Instant firstFailure = Instant.MIN;
  private SourceState state = SourceState.NOT_ASKED;
  private Instant since;

  /**
   * Creates the health of an upstream that was not asked yet.
   *
   * @param isTold whether lines are logged; otherwise its caller does so
   */
  UpstreamHealth(String name, Clock clock, boolean isTold) {
    this.name = name;
    this.clock = clock;
    this.isTold = isTold;
    this.since = clock.instant();
  }

  /** What an answer tells. */
  enum Sign {
    /** The upstream answered as it should; that there is no such document is an answer, too. */
    GOOD,
    /** It cannot be reached, is slow, has an error of its own, or demands a pause. */
    DOWN,
    /** It refused our token or key (401, 403). */
    REFUSED,
    /** It answered with something else than was asked for. */
    UNREADABLE
  }

  /**
   * Notes an answer, or that there was none.
   *
   * @param what one or two words about a failure, for the log
   */
  void note(Sign sign, String what) {
    Optional<Runnable> line = noted(sign, what);
    if (isTold) {
      line.ifPresent(Runnable::run); // Not while others wait: a log may block.
    }
  }

  private synchronized Optional<Runnable> noted(Sign sign, String what) {
    Instant now = clock.instant();
    if (sign == Sign.GOOD) {
      return well(now);
    }
    if (failures + unreadable == 0) {
      firstFailure = now;
    }
    if (sign == Sign.UNREADABLE) {
      unreadable++;
    } else {
      failures++;
    }
    boolean isRefused = sign == Sign.REFUSED;
    boolean isEnough =
        isRefused || failures >= FAILURES_IN_A_ROW || unreadable >= UNREADABLE_IN_A_ROW;
    if (!isEnough || isBad()) {
      return Optional.empty();
    }
    state = isRefused ? SourceState.REFUSED : SourceState.FAILING;
    since = firstFailure;
    Instant begun = since;
    return Optional.of(
        isRefused
            ? () ->
                LOG.warn("{} refused: the token is wrong or lacks rights, since {}", name, begun)
            : () -> LOG.warn("{} fails: {}, since {}", name, what, begun));
  }

  private Optional<Runnable> well(Instant now) {
    failures = 0;
    unreadable = 0;
    if (state == SourceState.OK) {
      return Optional.empty();
    }
    boolean wasBad = isBad();
    Instant begun = since;
    state = SourceState.OK;
    since = now;
    return wasBad
        ? Optional.of(() -> LOG.info("{} answers again; it failed since {}", name, begun))
        : Optional.empty();
  }

  private boolean isBad() {
    return state == SourceState.FAILING || state == SourceState.REFUSED;
  }

  synchronized SourceState state() {
    return state;
  }

  /** When the present state began. */
  synchronized Instant since() {
    return since;
  }
}
