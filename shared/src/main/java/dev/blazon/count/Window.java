package dev.blazon.count;

/**
 * The stretch of days that a total covers. It ends at the newest complete day. It counts days that
 * were imported: a day that is missing makes the stretch longer, not the number smaller.
 */
public enum Window {
  DAY(1),
  WEEK(7),
  /** 30 days, as pypistats.org and pepy.tech count a month. */
  MONTH(30),
  /** Everything ever counted. */
  ALL(Integer.MAX_VALUE);

  private final int days;

  Window(int days) {
    this.days = days;
  }

  /** How many imported days the window has. */
  public int days() {
    return days;
  }
}
