package dev.blazon.bench.stack;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The durations and rates of the benchmark of the stack.
 *
 * @param rough whether it is too short for reliable numbers
 * @param warmUpRate requests per second
 * @param rest the pause after the soak, longer than any process keeps an idle connection (Varnish
 *     60 s)
 * @param step the time of each step in the search for the ceiling
 */
record StackPace(
    boolean rough,
    double warmUpRate,
    Duration warmUp,
    Duration headline,
    Duration soak,
    Duration rest,
    Duration step) {

  private static final int LONGEST_MINUTES = 24 * 60;

  /** For reliable numbers: about 17 minutes. */
  static final StackPace FULL =
      new StackPace(
          false,
          600,
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofSeconds(90),
          Duration.ofSeconds(20));

  /** For a check that everything works: about two minutes. */
  static final StackPace QUICK =
      new StackPace(
          true,
          300,
          Duration.ofSeconds(20),
          Duration.ofSeconds(15),
          Duration.ofSeconds(30),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5));

  /**
   * Reads {@code --quick} and {@code --minutes N} (of the soak).
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  static StackPace of(List<String> options) {
    Deque<String> rest = new ArrayDeque<>(options);
    StackPace pace = FULL;
    while (!rest.isEmpty()) {
      String option = rest.pop();
      pace =
          switch (option) {
            case "--quick" -> QUICK;
            case "--minutes" -> pace.soaking(minutes(rest.poll()));
            default -> throw new IllegalArgumentException(option + ": no such option; see --help");
          };
    }
    return pace;
  }

  private static Duration minutes(String number) {
    if (number == null || !number.matches("[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException("--minutes needs a number");
    }
    int minutes = Integer.parseInt(number);
    if (minutes > LONGEST_MINUTES) {
      throw new IllegalArgumentException("--minutes: at most " + LONGEST_MINUTES);
    }
    return Duration.ofMinutes(minutes);
  }

  private StackPace soaking(Duration time) {
    return new StackPace(rough, warmUpRate, warmUp, headline, time, rest, step);
  }
}
