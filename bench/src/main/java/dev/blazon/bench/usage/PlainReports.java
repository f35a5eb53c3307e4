package dev.blazon.bench.usage;

import dev.blazon.bench.Child;
import dev.blazon.bench.Place;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The same reports in one plain table, a column a field, which {@code sqlite3} counts. It is the
 * yardstick: what an engineer would do with a file of reports.
 */
final class PlainReports {

  private static final Duration PATIENCE = Duration.ofMinutes(20);

  /** The first count reads the file from disk. */
  private static final int ROUNDS = 4;

  private static final Pattern TIME = Pattern.compile("Run Time: real ([0-9.]+)");

  private final Place place;
  private final Path database;

  private PlainReports(Place place, Path database) {
    this.place = place;
    this.database = database;
  }

  /** Writes so many reports, and imports them. */
  static PlainReports make(Place place, Path folder, int reports)
      throws IOException, InterruptedException {
    PlainReports plain = new PlainReports(place, folder.resolve("plain.db"));
    Path rows = folder.resolve("plain.csv");
    SyntheticReports synthetic = new SyntheticReports(FillProgram.SEED);
    try (BufferedWriter file = Files.newBufferedWriter(rows)) {
      for (int i = 0; i < reports; i++) {
        file.write(String.join(",", synthetic.next().fields()));
        file.write('\n');
      }
    }
    plain.run(
        "CREATE TABLE plain (" + String.join(", ", SyntheticReports.FIELDS) + ");",
        ".mode csv",
        ".import '" + rows + "' plain");
    Files.delete(rows);
    return plain;
  }

  /** The seconds that a count by this column takes, without the start of the program. */
  double count(String column) throws IOException, InterruptedException {
    List<String> commands = new ArrayList<>(List.of(".timer on"));
    for (int i = 0; i < ROUNDS; i++) {
      commands.add("SELECT " + column + ", count(*) FROM plain GROUP BY " + column + ";");
    }
    // Commands on the command line are not timed.
    Path script = Files.write(database.resolveSibling("count.sql"), commands);
    return TIME.matcher(run(".read '" + script + "'"))
        .results()
        .skip(1)
        .mapToDouble(found -> Double.parseDouble(found.group(1)))
        .sorted()
        .skip((ROUNDS - 1) / 2)
        .findFirst()
        .orElseThrow(() -> new IOException("sqlite3 told no time"));
  }

  /** How many reports have this value. */
  long reports(String column, String value) throws IOException, InterruptedException {
    String sql = "SELECT count(*) FROM plain WHERE " + column + " = '" + value + "';";
    Matcher number = Pattern.compile("\\d+").matcher(run(sql));
    if (!number.find()) {
      throw new IOException("sqlite3 told no number");
    }
    return Long.parseLong(number.group());
  }

  private String run(String... commands) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("taskset", "-c", "1", "sqlite3", "-batch", "-noheader", database.toString()));
    command.addAll(List.of(commands));
    return Child.output(place, command, PATIENCE);
  }
}
