package dev.blazon.api.compare;

import dev.blazon.count.Interval;
import java.util.OptionalInt;

/** How many of the newest days are compared. */
public enum CompareWindow {
  MONTH("30", OptionalInt.of(30), Interval.DAY),
  QUARTER("90", OptionalInt.of(90), Interval.DAY),
  /** So many days that weekends would hide the trend of a day's numbers. */
  HALF_YEAR("180", OptionalInt.of(180), Interval.WEEK),
  /** All that are known of any of the projects. */
  ALL("all", OptionalInt.empty(), Interval.MONTH);

  /** What is compared if a URL does not say it. */
  public static final CompareWindow USUAL = HALF_YEAR;

  private final String word;
  private final OptionalInt days;
  private final Interval interval;

  CompareWindow(String word, OptionalInt days, Interval interval) {
    this.word = word;
    this.days = days;
    this.interval = interval;
  }

  /** The window with this name in a URL; the usual one for any other text. */
  static CompareWindow of(String word) {
    for (CompareWindow window : values()) {
      if (window.word.equals(word)) {
        return window;
      }
    }
    return USUAL;
  }

  /** The name in a URL. */
  public String word() {
    return word;
  }

  /** How many days; empty: all. */
  public OptionalInt days() {
    return days;
  }

  /** The stretch of time whose sums show a trend in so many days. */
  Interval interval() {
    return interval;
  }
}
