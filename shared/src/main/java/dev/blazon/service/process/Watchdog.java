package dev.blazon.service.process;

import dev.blazon.service.DaemonThreads;
import dev.blazon.service.log.InternalErrors;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Notices event loops that stand still, on a thread of its own: no timer of a loop can notice that
 * the loop itself is blocked. Time in which the process as a whole did not run does not count (see
 * {@link AwakeTime}). It replaces Vert.x's checker of event loops, which logs a line a second and
 * does nothing else.
 */
final class Watchdog implements AutoCloseable {

  private final WatchdogLimits limits;
  private final AwakeTime time;
  private final List<WatchedLoop> loops;
  private final StallHandler handler;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("watchdog"));

  /** What to do about event loops. Called on the watchdog's thread, and must not block it. */
  interface StallHandler {

    /** A loop has begun to stand still. */
    void stalled(WatchedLoop loop, Duration since);

    /** A loop that stood still moves again. */
    void resumed(WatchedLoop loop, Duration stood);

    /** A loop has stood still for too long: the process must end. */
    void tooLong(WatchedLoop loop, Duration since);
  }

  /**
   * Creates a watchdog that does not watch yet.
   *
   * @param nanoTime as {@link System#nanoTime}
   */
  Watchdog(
      WatchdogLimits limits, LongSupplier nanoTime, List<WatchedLoop> loops, StallHandler handler) {
    this.limits = limits;
    this.time = new AwakeTime(nanoTime, limits.period());
    this.loops = loops;
    this.handler = handler;
  }

  /** Starts watching. */
  Watchdog start() {
    long period = limits.period().toNanos();
    var unused =
        thread.scheduleWithFixedDelay(this::lookSafely, period, period, TimeUnit.NANOSECONDS);
    return this;
  }

  private void lookSafely() {
    try {
      look();
    } catch (RuntimeException e) {
      InternalErrors.log(e, "the watchdog failed, and goes on"); // Otherwise it would end silently.
    }
  }

  /** Looks at every loop once. */
  void look() {
    long now = time.advance();
    loops.forEach(loop -> look(loop, now));
  }

  private void look(WatchedLoop loop, long now) {
    Duration waited = Duration.ofNanos(loop.waited(now));
    if (loop.isMoving()) {
      if (loop.isStalled()) {
        loop.setStalled(false);
        handler.resumed(loop, waited);
      }
      loop.ask(now);
    } else if (waited.compareTo(limits.endAfter()) >= 0) {
      handler.tooLong(loop, waited);
    } else if (!loop.isStalled() && waited.compareTo(limits.unreadyAfter()) >= 0) {
      loop.setStalled(true);
      handler.stalled(loop, waited);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
