package dev.blazon.count;

import java.util.List;

/**
 * What an answer rests on.
 *
 * @param days the first and the last day that were counted; the last is the newest complete day, or
 *     the last that was asked for
 * @param knownDays how many days between them were imported; the others are missing
 * @param sources where they are from
 * @param measure what was counted: {@link Measure#ALL} if a source could not tell mirrors apart
 * @param breaks whether counting changed between them
 */
public record Basis(
    DayRange days, int knownDays, List<String> sources, Measure measure, boolean breaks) {

  public Basis {
    sources = List.copyOf(sources);
  }
}
