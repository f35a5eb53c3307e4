package dev.blazon.count;

/** Whether a day's counts can be relied on. */
public enum DayState {
  /** Imported, and its sum is plausible. */
  COMPLETE("complete"),
  /**
   * Imported, but its sum is odd beside the same weekdays of the four weeks before. It is shown,
   * and marked.
   */
  SUSPECT("suspect"),
  /** Not imported, though days before and after it were. */
  MISSING("missing");

  private final String word;

  DayState(String word) {
    this.word = word;
  }

  /** The name in the ledger and in APIs. */
  public String word() {
    return word;
  }
}
