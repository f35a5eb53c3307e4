package dev.blazon.api.shield;

import dev.blazon.count.Window;

/** How far back a download badge counts. */
public enum Period {
  DAY("day", "download-day", "dd", Window.DAY),
  WEEK("week", "download-week", "dw", Window.WEEK),
  MONTH("month", "download", "dm", Window.MONTH),
  /** Everything ever counted. */
  TOTAL("total", "download-total", "dt", Window.ALL);

  private final String word;
  private final String shieldId;
  private final String shieldsName;
  private final Window window;

  Period(String word, String shieldId, String shieldsName, Window window) {
    this.word = word;
    this.shieldId = shieldId;
    this.shieldsName = shieldsName;
    this.window = window;
  }

  /** The word for the period in URLs and badges, for example {@code month}. */
  public String word() {
    return word;
  }

  /** The id of the shield that shows the downloads of this period. */
  public String shieldId() {
    return shieldId;
  }

  /** The name of that shield in the URLs of shields.io and badgen.net. */
  public String shieldsName() {
    return shieldsName;
  }

  /** The days that are counted. */
  Window window() {
    return window;
  }
}
