package dev.blazon.stats.query;

import dev.blazon.count.Day;

/**
 * How much is known of a project.
 *
 * @param isWhole whether its days were fetched since there are any
 * @param countedTo the newest day that is known
 */
public record KnownHistory(boolean isWhole, Day countedTo) {}
