package dev.blazon.api.testing;

import dev.blazon.count.Day;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;

/** Days of downloads of all projects, as an operator imports them from a file. */
public final class ImportedDays {

  /** When all imports ended. */
  public static final Instant IMPORTED = ImportedCounts.IMPORTED;

  /** The newest day. */
  public static final Day NEWEST = Day.of(2026, 9, 28);

  private final int days;
  private final Map<String, IntToLongFunction> projects = new TreeMap<>();
  private Set<Day> missing = Set.of();

  private ImportedDays(int days) {
    this.days = days;
  }

  /** So many days up to the newest. */
  public static ImportedDays of(int days) {
    return new ImportedDays(days);
  }

  /**
   * Adds a project, a tenth of whose downloads are by mirrors.
   *
   * @param downloads of a day, by its number: 0 for the newest, 1 for the one before
   */
  public ImportedDays project(String name, IntToLongFunction downloads) {
    projects.put(name, downloads);
    return this;
  }

  /** Leaves days out. */
  public ImportedDays without(Day... days) {
    missing = Set.of(days);
    return this;
  }

  /** Imports them, and gives the settings of a service that answers from them. */
  public Map<String, String> into(Path folder) {
    StringBuilder rows = new StringBuilder("date,project,version,downloads,without_mirrors\n");
    for (int back = days - 1; back >= 0; back--) {
      Day day = NEWEST.minus(back);
      if (!missing.contains(day)) {
        for (Map.Entry<String, IntToLongFunction> project : projects.entrySet()) {
          long downloads = project.getValue().applyAsLong(back);
          if (downloads > 0) {
            rows.append(day).append(',').append(project.getKey()).append(",1.0,");
            rows.append(downloads).append(',').append(downloads - downloads / 10).append('\n');
          }
        }
      }
    }
    try {
      return ImportedCounts.settings(folder, rows.toString());
    } catch (Exception e) {
      throw new IllegalStateException("the rows could not be imported", e);
    }
  }
}
