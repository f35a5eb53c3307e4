package dev.blazon.stats.query;

import dev.blazon.stats.count.DayRange;
import dev.blazon.stats.count.Measure;

/**
 * A question about a stretch of time.
 *
 * @param days the first and the last day that is wanted
 */
public record SeriesQuery(DayRange days, Split split, Interval interval, Measure measure) {}
