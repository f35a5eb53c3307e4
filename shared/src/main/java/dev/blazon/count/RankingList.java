package dev.blazon.count;

/** The rankings that are made at each import. */
public enum RankingList {
  DAY("day"),
  WEEK("week"),
  MONTH("month"),
  ALL("all"),
  /** Projects whose last 14 days grew most beside the 14 days before. */
  GROWING("growing"),
  /** The most downloaded projects that were first downloaded in the last 90 days. */
  RISEN("risen");

  private final String word;

  RankingList(String word) {
    this.word = word;
  }

  /** The name in the store and in APIs. */
  public String word() {
    return word;
  }

  /** The ranking by downloads in a window. */
  public static RankingList of(Window window) {
    return switch (window) {
      case DAY -> DAY;
      case WEEK -> WEEK;
      case MONTH -> MONTH;
      case ALL -> ALL;
    };
  }
}
