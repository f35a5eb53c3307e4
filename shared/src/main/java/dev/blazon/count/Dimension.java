package dev.blazon.count;

/** What the downloads of a project can be split by, beside versions. */
public enum Dimension {
  /** Major and minor version of Python, as in {@code 3.12}. */
  PYTHON(0, "python"),
  /** The operating system, as in {@code Linux}. */
  SYSTEM(1, "system"),
  /** The installer, as in {@code pip}. */
  INSTALLER(2, "installer"),
  /** ISO 3166 code of the country, as in {@code US}. */
  COUNTRY(3, "country"),
  /**
   * Whether a CI runner downloaded: {@code true}, {@code false}, or empty when the client did not
   * say.
   */
  CI(4, "ci");

  private static final Dimension[] BY_NUMBER = {PYTHON, SYSTEM, INSTALLER, COUNTRY, CI};

  private final int number;
  private final String word;

  Dimension(int number, String word) {
    this.number = number;
    this.word = word;
  }

  /** The name in the ledger, in files and in APIs. */
  public String word() {
    return word;
  }

  /** The number in packed bytes; it never changes. */
  public int number() {
    return number;
  }

  /** The dimension with a number. */
  public static Dimension of(int number) {
    return BY_NUMBER[number];
  }

  /** How many dimensions there are. */
  public static int count() {
    return BY_NUMBER.length;
  }
}
