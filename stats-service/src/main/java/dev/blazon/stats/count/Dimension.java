package dev.blazon.stats.count;

/** What the downloads of a project can be split by, beside versions. */
public enum Dimension {
  /** Major and minor version of Python, as in {@code 3.12}. */
  PYTHON("python"),
  /** The operating system, as in {@code Linux}. */
  SYSTEM("system"),
  /** The installer, as in {@code pip}. */
  INSTALLER("installer"),
  /** ISO 3166 code of the country, as in {@code US}. */
  COUNTRY("country"),
  /**
   * Whether a CI runner downloaded: {@code true}, {@code false}, or empty when the client did not
   * say.
   */
  CI("ci");

  private final String word;

  Dimension(String word) {
    this.word = word;
  }

  /** The name in the ledger, in files and in APIs. */
  public String word() {
    return word;
  }
}
