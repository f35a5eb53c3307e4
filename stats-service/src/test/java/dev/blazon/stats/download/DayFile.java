package dev.blazon.stats.download;

import dev.blazon.count.Day;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file about many projects and versions on one day, which all have the same downloads. */
final class DayFile {

  /** Writes a file; the projects are {@code project-0} and so on, the versions {@code 1.0}. */
  static Path write(Path folder, Day day, int projects, int versions, long each)
      throws IOException {
    return write(folder, day, projects, versions, "1.", each);
  }

  /** Writes a file whose versions begin with a text. */
  static Path write(Path folder, Day day, int projects, int versions, String text, long each)
      throws IOException {
    Path file = Files.createTempFile(folder, "day", ".csv");
    try (Writer csv = Files.newBufferedWriter(file)) {
      csv.write("date,project,version,downloads,without_mirrors\n");
      for (int project = 0; project < projects; project++) {
        for (int version = 0; version < versions; version++) {
          csv.write(day + ",project-" + project + "," + text + version);
          csv.write("," + each + "," + each + "\n");
        }
      }
    }
    return file;
  }

  private DayFile() {}
}
