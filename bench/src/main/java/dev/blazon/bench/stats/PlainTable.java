package dev.blazon.bench.stats;

import dev.blazon.bench.Child;
import dev.blazon.bench.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The same rows in one plain table of SQLite with a key, imported by {@code sqlite3}. */
final class PlainTable {

  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final double NANOS_PER_SECOND = 1e9;
  private static final String MAKE =
      "CREATE TABLE plain (date TEXT, project TEXT, version TEXT, downloads INTEGER,"
          + " without_mirrors INTEGER, PRIMARY KEY (date, project, version)) WITHOUT ROWID;";

  private final Place place;
  private final Path database;

  private PlainTable(Place place, Path database) {
    this.place = place;
    this.database = database;
  }

  static PlainTable make(Place place, Path database) throws IOException, InterruptedException {
    PlainTable table = new PlainTable(place, database);
    table.run(MAKE);
    return table;
  }

  Path database() {
    return database;
  }

  long bytes() throws IOException {
    return Files.size(database);
  }

  /** Imports a day; gives the seconds that it took. */
  double add(Path file) throws IOException, InterruptedException {
    long start = System.nanoTime();
    run(".mode csv", ".import --skip 1 \"|gunzip -c '" + file + "'\" plain");
    return (System.nanoTime() - start) / NANOS_PER_SECOND;
  }

  /** Puts other rows in the place of a day's. */
  void replace(LocalDate day, Path file) throws IOException, InterruptedException {
    run("DELETE FROM plain WHERE date = '" + day + "';");
    add(file);
  }

  private void run(String... commands) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(StoreProcess.pinned(List.of("sqlite3", "-batch", database.toString())));
    command.addAll(List.of(commands));
    Child.output(place, command, PATIENCE);
  }
}
