package dev.blazon.count;

/** What the CDN of PyPI counted as a download. Numbers under different rules are not comparable. */
public enum CountingRule {
  /**
   * Any answered request for anything under a file's path, metadata included (PEP 658). PyPI
   * counted so until 2026-08-23.
   */
  REQUESTS("requests"),
  /** Requests for wheels, sdists and zip files only. PyPI counts so since 2026-08-24. */
  FILES("files");

  /** The first day on which PyPI counted files only. */
  public static final Day FILES_SINCE = Day.of(2026, 8, 24);

  private final String word;

  CountingRule(String word) {
    this.word = word;
  }

  /** The name in the ledger and in APIs. */
  public String word() {
    return word;
  }

  /** The rule of PyPI on a day. */
  public static CountingRule on(Day day) {
    return day.isBefore(FILES_SINCE) ? REQUESTS : FILES;
  }
}
