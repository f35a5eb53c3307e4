package dev.blazon.stats.source;

import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.Dimension;

/**
 * A part of a project's downloads on a day, by one dimension. It does not count for the total: a
 * source that has totals and breakdowns in different tables sends {@link CountRow}s and these.
 *
 * @param project the project's name as the source wrote it
 * @param category the value of the dimension; empty when the client did not say
 */
public record BreakdownRow(
    Day day, String project, Dimension dimension, String category, Counts counts) {}
