package dev.blazon.stats.schedule;

/** How an attempt to import a day ended, in metrics. */
public enum ImportOutcome {
  IMPORTED("imported"),
  /** The source does not have the day yet. */
  NO_SUCH_DAY("no_such_day"),
  /** Another importer is at work. */
  BUSY("busy"),
  FAILED("failed");

  private final String word;

  ImportOutcome(String word) {
    this.word = word;
  }

  /** The value of the tag {@code outcome}. */
  public String word() {
    return word;
  }
}
