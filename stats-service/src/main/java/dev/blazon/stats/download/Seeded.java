package dev.blazon.stats.download;

/**
 * What became of a file of all-time totals.
 *
 * @param projects how many have a seed of it now
 * @param kept how many of those keep what their days add up to, since the file says less
 * @param rejects lines about impossible names
 */
public record Seeded(long projects, long kept, long rejects) {}
