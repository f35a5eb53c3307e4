package dev.blazon.stats.schedule;

import dev.blazon.count.Day;
import dev.blazon.stats.schedule.NightlyImport.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Runs an import once a night, and again after a pause while it is not done. Nothing is lost by a
 * restart: the ledger knows what was imported. A clock that goes back finds its nights done. For
 * one thread.
 */
public final class Schedule {

  /** PyPI's pipeline has loaded the last files of a day by then, at most times. */
  private static final Duration TIME_OF_DAY = Duration.ofMinutes(90);

  /** The day is not there yet, or the source is down: both last for a while. */
  private static final Duration PAUSE = Duration.ofMinutes(30);

  /** Another node imports: a day takes minutes. */
  private static final Duration PAUSE_WHILE_BUSY = Duration.ofMinutes(10);

  private final NightlyImport work;
  private final Runnable whenImported;
  private final Clock clock;
  private Optional<Day> done = Optional.empty();
  private Instant pausedAt = Instant.MIN;
  private Duration pause = Duration.ZERO;

  /**
   * @param whenImported called after a night in which something was imported, and all is done
   */
  public Schedule(NightlyImport work, Runnable whenImported, Clock clock) {
    this.work = work;
    this.whenImported = whenImported;
    this.clock = clock;
  }

  /** Does what is due; called about once a minute. */
  public void run() throws InterruptedException {
    Instant now = clock.instant();
    Day newest = Day.at(now.minus(TIME_OF_DAY)).minus(1);
    boolean isDone = done.isPresent() && !newest.isAfter(done.get());
    if (isDone || isPaused(now)) {
      return;
    }
    Result result = work.run(newest, begin(newest));
    switch (result) {
      case IMPORTED -> {
        done = Optional.of(newest);
        whenImported.run();
      }
      case UP_TO_DATE -> done = Optional.of(newest);
      case BUSY -> pause(PAUSE_WHILE_BUSY);
      case NOT_YET, FAILED -> pause(PAUSE);
    }
  }

  /** A clock that has gone back ends a pause, which else could last for years. */
  private boolean isPaused(Instant now) {
    return !now.isBefore(pausedAt) && now.isBefore(pausedAt.plus(pause));
  }

  private void pause(Duration length) {
    pausedAt = clock.instant();
    pause = length;
  }

  /** When the import of a day is due. */
  private static Instant begin(Day newest) {
    return newest.plus(1).date().atStartOfDay(ZoneOffset.UTC).toInstant().plus(TIME_OF_DAY);
  }
}
