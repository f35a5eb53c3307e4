package dev.blazon.stats.source;

import dev.blazon.count.Counts;
import dev.blazon.count.Day;

/**
 * Some downloads of a project on a day. They count for the project's total, for the version if it
 * is known, and for each dimension in the details. Rows about the same thing are added up.
 *
 * @param project the project's name as the source wrote it; the importer validates and normalises
 *     it
 * @param version the version as it was uploaded; empty when the source does not know versions
 * @param details about the client; {@link Details#NONE} when the source does not say
 */
public record CountRow(Day day, String project, String version, Counts counts, Details details) {

  public static CountRow ofVersion(Day day, String project, String version, Counts counts) {
    return new CountRow(day, project, version, counts, Details.NONE);
  }

  public static CountRow ofProject(Day day, String project, Counts counts) {
    return new CountRow(day, project, "", counts, Details.NONE);
  }
}
