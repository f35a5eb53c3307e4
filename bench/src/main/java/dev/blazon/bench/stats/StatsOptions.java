package dev.blazon.bench.stats;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * How much is measured.
 *
 * @param rough whether it is too small for reliable numbers
 * @param projects of the made-up PyPI
 * @param days that are imported; 30 are a month, in which packed months are as full as they get
 * @param postgresql the address of an empty database; without it, the bench starts a server
 */
record StatsOptions(boolean rough, int projects, int days, Optional<String> postgresql) {

  private static final int ALL_PROJECTS = 700_000;
  private static final int MONTH = 30;

  /** Rows with all breakdowns are five times as many: fewer days are measured. */
  private static final int BREAKDOWN_DAYS = 3;

  /** A whole month of so much smaller a PyPI tells how much room a row takes. */
  private static final int FEWER = 20;

  /** The first ones warm up; the median of the others differs little. */
  private static final int DAYS_IN_TURN = 10;

  /**
   * Reads the options of {@code bench/run --help}.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  static StatsOptions of(List<String> options) {
    Deque<String> rest = new ArrayDeque<>(options);
    int projects = ALL_PROJECTS;
    int days = MONTH;
    Optional<String> postgresql = Optional.empty();
    while (!rest.isEmpty()) {
      String option = rest.pop();
      switch (option) {
        case "--quick" -> {
          projects = ALL_PROJECTS / 20;
          days = MONTH / 5;
        }
        case "--projects" -> projects = number(option, rest);
        case "--days" -> days = number(option, rest);
        case "--postgresql" -> postgresql = Optional.of(value(option, rest));
        default -> throw new IllegalArgumentException("no such option: " + option);
      }
    }
    return new StatsOptions(projects < ALL_PROJECTS || days < MONTH, projects, days, postgresql);
  }

  /** For how many days all breakdowns are imported. */
  int breakdownDays() {
    return Math.min(days, BREAKDOWN_DAYS);
  }

  /** Of how many projects a month with all breakdowns is imported. */
  int fewProjects() {
    return Math.max(1, projects / FEWER);
  }

  /** For how many days imports of both engines are measured in turn. */
  int daysInTurn() {
    return Math.min(days, DAYS_IN_TURN);
  }

  /** How long a measurement over HTTP takes. */
  Duration round() {
    return rough ? Duration.ofSeconds(2) : Duration.ofSeconds(5);
  }

  private static int number(String option, Deque<String> rest) {
    String text = value(option, rest);
    if (!text.matches("[1-9]\\d{0,6}")) {
      throw new IllegalArgumentException(option + " needs a number, not " + text);
    }
    return Integer.parseInt(text);
  }

  private static String value(String option, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return rest.pop();
  }
}
