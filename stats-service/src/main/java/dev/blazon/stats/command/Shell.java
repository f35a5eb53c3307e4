package dev.blazon.stats.command;

import dev.blazon.project.ProjectName;
import dev.blazon.service.Settings;
import dev.blazon.stats.StatsConfig;
import dev.blazon.stats.download.ImportSettings;
import dev.blazon.stats.download.Importer;
import dev.blazon.stats.download.ListedImporter;
import dev.blazon.stats.sort.RowSorter;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/**
 * What commands have in common: settings, the clock, and the way progress is shown.
 *
 * @param isTerminal whether {@code err} is a terminal
 */
record Shell(
    Map<String, String> environment,
    PrintStream err,
    boolean isTerminal,
    Clock clock,
    Interruption interruption) {

  Settings settings() {
    return new Settings(environment);
  }

  StatsConfig config() {
    return StatsConfig.read(settings());
  }

  /** Opens the database that the service reads. */
  Store open() {
    return Store.open(config().database());
  }

  Importer importer(Store store, Watch watch) throws IOException {
    return new Importer(store, importSettings(), clock, watch);
  }

  ListedImporter importer(Store store, Watch watch, Set<ProjectName> projects) throws IOException {
    return new ListedImporter(store, importSettings(), clock, watch, projects);
  }

  private ImportSettings importSettings() throws IOException {
    StatsConfig config = config();
    return new ImportSettings(temporary(config), config.versionDays(), RowSorter.DEFAULT_BYTES);
  }

  /** Temporary files lie where there is room: beside the database. */
  private static Path temporary(StatsConfig config) throws IOException {
    return config.database() instanceof StoreLocation.Sqlite sqlite
        ? Files.createDirectories(sqlite.folder())
        : Path.of(System.getProperty("java.io.tmpdir"));
  }

  Watch watch() {
    return isTerminal
        ? new BarWatch(err, interruption)
        : new PlainWatch(new PrintWriter(err, true, StandardCharsets.UTF_8), interruption);
  }
}
