package dev.blazon.stats.store;

import dev.blazon.count.Day;

/**
 * A project that readers ask for.
 *
 * @param name normalised
 * @param countedTo the newest day that is counted
 * @param askedOn the last day on which a reader asked for it
 */
public record AskedProject(String name, Day countedTo, Day askedOn) {}
