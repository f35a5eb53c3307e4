package dev.blazon.stats.download;

import dev.blazon.stats.sort.RowSorter;
import java.nio.file.Path;

/**
 * What an operator may choose about imports.
 *
 * @param folder for temporary files; it must exist
 * @param versionDays for how many days, up to the newest, versions and breakdowns are kept; totals
 *     are kept for ever
 * @param sortBytes the memory in which rows are sorted
 */
public record ImportSettings(Path folder, int versionDays, int sortBytes) {

  public static final int DEFAULT_VERSION_DAYS = 180;

  public static ImportSettings defaults(Path folder) {
    return new ImportSettings(folder, DEFAULT_VERSION_DAYS, RowSorter.DEFAULT_BYTES);
  }
}
