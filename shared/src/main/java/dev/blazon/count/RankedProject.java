package dev.blazon.count;

/**
 * A project's place in a ranking.
 *
 * @param place 1 for the first
 * @param downloads in the ranking's window
 * @param before downloads in the window before it; 0 where the ranking does not compare
 */
public record RankedProject(int place, String project, long downloads, long before) {}
