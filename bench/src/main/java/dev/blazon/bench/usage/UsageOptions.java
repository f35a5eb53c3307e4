package dev.blazon.bench.usage;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param reports that are stored before anything is asked
 * @param load the time of each load
 * @param queries a second, beside {@code beside} reports a second
 * @param rough whether it is too small for reliable numbers
 */
record UsageOptions(int reports, Duration load, int queries, int beside, boolean rough) {

  private static final UsageOptions FULL =
      new UsageOptions(1_000_000, Duration.ofSeconds(30), 1_000, 100, false);
  private static final UsageOptions QUICK =
      new UsageOptions(50_000, Duration.ofSeconds(5), 1_000, 100, true);

  /**
   * Reads the options of {@code bench/run --help}.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  static UsageOptions of(List<String> options) {
    if (options.isEmpty()) {
      return FULL;
    }
    if (options.equals(List.of("--quick"))) {
      return QUICK;
    }
    throw new IllegalArgumentException(
        "usage takes --quick or nothing, not " + String.join(" ", options));
  }
}
