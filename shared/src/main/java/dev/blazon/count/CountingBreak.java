package dev.blazon.count;

/**
 * A day from which on downloads were counted in another way. Growth and comparisons never span one.
 *
 * @param day the first day of the new way
 * @param reason what changed, in one sentence for readers of a chart
 */
public record CountingBreak(Day day, String reason) {

  /** Whether days of a range were counted in both ways. */
  public boolean isWithin(DayRange days) {
    return day.isAfter(days.first()) && !day.isAfter(days.last());
  }
}
