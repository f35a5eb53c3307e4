package dev.blazon.service.process;

import dev.blazon.service.InvalidSettingException;
import dev.blazon.service.Settings;
import java.time.Duration;

/**
 * When the {@link Watchdog} acts.
 *
 * @param unreadyAfter an event loop that stands still for this long makes the service unready
 * @param endAfter an event loop that stands still for this long ends the process
 */
record WatchdogLimits(Duration unreadyAfter, Duration endAfter) {

  static final WatchdogLimits USUAL =
      new WatchdogLimits(Duration.ofSeconds(3), Duration.ofMinutes(1));

  private static final String END = "BLAZON_STALL_END";

  /** Shorter times are normal: class loading, a garbage collection, a busy machine. */
  private static final Duration LEAST = Duration.ofMillis(200);

  /** The watchdog looks a few times in the shortest time that it measures, but not more often. */
  private static final Duration LONGEST_PERIOD = Duration.ofMillis(500);

  static WatchdogLimits read(Settings settings) {
    Duration unready =
        settings.duration(
            "BLAZON_STALL_UNREADY",
            "3s",
            "the service is unready when an event loop stands still for so long");
    Duration end =
        settings.duration(
            END,
            "1m",
            "the process ends with status 70 when an event loop stands still for so long");
    Duration least = unready.plus(LEAST);
    if (unready.compareTo(LEAST) < 0) {
      throw new InvalidSettingException(
          "BLAZON_STALL_UNREADY", unready.toMillis() + "ms", LEAST.toMillis() + "ms at least");
    }
    if (end.compareTo(least) < 0) {
      throw new InvalidSettingException(
          END, end.toMillis() + "ms", "longer than BLAZON_STALL_UNREADY is needed");
    }
    return new WatchdogLimits(unready, end);
  }

  /** How often to look. */
  Duration period() {
    Duration quarter = unreadyAfter.dividedBy(4);
    return quarter.compareTo(LONGEST_PERIOD) < 0 ? quarter : LONGEST_PERIOD;
  }
}
