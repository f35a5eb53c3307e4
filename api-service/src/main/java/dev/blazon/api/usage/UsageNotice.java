package dev.blazon.api.usage;

/**
 * What people are told about reports.
 *
 * @param days for how many days reports are kept; their hourly sums stay for ever
 * @param countsHosts whether names of hosts and users are kept as keyed hashes, to count hosts;
 *     else they are dropped
 * @param isPublic whether everyone may read the counts
 */
public record UsageNotice(int days, boolean countsHosts, boolean isPublic) {}
