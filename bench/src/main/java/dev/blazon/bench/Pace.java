package dev.blazon.bench;

import java.time.Duration;

/**
 * How much time a run of the benches takes.
 *
 * @param rounds measurements of which the median is told
 * @param round how long one takes
 * @param warmUp before them
 * @param load how long one measurement of HTTP takes
 */
record Pace(int rounds, Duration round, Duration warmUp, Duration load) {

  /** For numbers that count: about twelve minutes. */
  static final Pace FULL =
      new Pace(5, Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(5));

  /** To see that all works: about two minutes. Its numbers are rough. */
  static final Pace QUICK =
      new Pace(1, Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
}
