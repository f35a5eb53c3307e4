package dev.blazon.count;

/** Which downloads a number counts. */
public enum Measure {
  /** All downloads that PyPI counts, as pepy.tech shows them. */
  ALL("all"),
  /** All but those of mirrors, as pypistats.org shows them. */
  WITHOUT_MIRRORS("without_mirrors");

  private final String word;

  Measure(String word) {
    this.word = word;
  }

  /** The name in the ledger, in files and in APIs. */
  public String word() {
    return word;
  }
}
