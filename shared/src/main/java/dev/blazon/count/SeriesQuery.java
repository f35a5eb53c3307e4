package dev.blazon.count;

/**
 * A question about a stretch of time.
 *
 * @param days the first and the last day that is wanted
 */
public record SeriesQuery(DayRange days, Split split, Interval interval, Measure measure) {}
