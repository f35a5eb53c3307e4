package dev.blazon.api.shield;

import dev.blazon.api.downloads.DownloadCounts;

/** A period of recent downloads. */
public enum Period {
  DAY("day", "dd"),
  WEEK("week", "dw"),
  MONTH("month", "dm");

  private final String word;
  private final String shieldsName;

  Period(String word, String shieldsName) {
    this.word = word;
    this.shieldsName = shieldsName;
  }

  /** The word for the period in URLs and badges, for example {@code month}. */
  public String word() {
    return word;
  }

  /** The id of the shield that shows the downloads of this period. */
  public String shieldId() {
    return this == MONTH ? "download" : "download-" + word;
  }

  /** The name of that shield in the URLs of shields.io and badgen.net. */
  public String shieldsName() {
    return shieldsName;
  }

  long of(DownloadCounts counts) {
    return switch (this) {
      case DAY -> counts.lastDay();
      case WEEK -> counts.lastWeek();
      case MONTH -> counts.lastMonth();
    };
  }
}
