package dev.blazon.stats.source.remote;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits before a request is repeated; tests do not wait. */
@FunctionalInterface
public interface Pause {

  /** Blocks the thread for this time. */
  Pause SLEEPING = time -> TimeUnit.NANOSECONDS.sleep(time.toNanos());

  void take(Duration time) throws InterruptedException;
}
