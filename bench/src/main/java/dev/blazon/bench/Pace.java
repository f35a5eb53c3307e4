package dev.blazon.bench;

import java.time.Duration;

/**
 * The durations of a run of the benchmarks.
 *
 * @param rounds the number of measurements of which the median is reported
 * @param round the time of one measurement
 * @param warmUp the time to warm up before them
 * @param load the time of one measurement over HTTP
 */
record Pace(int rounds, Duration round, Duration warmUp, Duration load) {

  /** For reliable numbers: about twelve minutes. */
  static final Pace FULL =
      new Pace(5, Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(5));

  /** For a check that everything works: about two minutes. Its numbers are rough. */
  static final Pace QUICK =
      new Pace(1, Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
}
