package dev.blazon.stats.command;

import dev.blazon.count.Day;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Days with rows of some projects, alike for the same seed. */
record TestRows(Path folder, long seed) {

  static final Day FIRST = Day.of(2026, 9, 28);

  private static final int PROJECTS = 40;
  private static final String[] VERSIONS = {
    "", "1.0", "2.0.post1", "1,5", "\"odd\"", "1.10", "1.9"
  };

  /** Writes a file with one day. */
  Path day(Day day) throws IOException {
    Random random = new Random(seed * 31 + day.epochDay());
    StringBuilder csv = new StringBuilder("date,project,version,downloads,without_mirrors\n");
    for (int project = 0; project < PROJECTS; project++) {
      for (String version : VERSIONS) {
        if (random.nextInt(3) > 0) {
          int all = 1 + random.nextInt(1000);
          csv.append(day).append(",project-").append(project).append(",\"");
          csv.append(version.replace("\"", "\"\"")).append("\",").append(all).append(',');
          csv.append(random.nextInt(all)).append('\n');
        }
      }
    }
    return Files.writeString(folder.resolve(day + "-" + seed + ".csv"), csv);
  }

  /** Imports many days in a row, each by a command of its own. */
  void importDays(String database, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      CommandRun.of(database, "import", day(FIRST.plus(i)).toString()).fine();
    }
  }
}
