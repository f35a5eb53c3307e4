package dev.blazon.count;

/** Whose downloads a day of the ledger holds. */
public enum Scope {
  /** Those of every project: a project without a row had none. */
  ALL_PROJECTS("all"),
  /** Those of listed projects only: about others the day says nothing. */
  LISTED_PROJECTS("listed");

  private final String word;

  Scope(String word) {
    this.word = word;
  }

  /** The name in the ledger. */
  public String word() {
    return word;
  }
}
