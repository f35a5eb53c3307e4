package dev.blazon.api.testing;

import dev.blazon.stats.download.ImportSettings;
import dev.blazon.stats.download.Importer;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Days of downloads that an operator imported from a file, for a service under test. */
public final class ImportedCounts {

  /** When all imports ended. */
  static final Instant IMPORTED = Instant.parse("2026-09-29T01:30:00Z");

  private static final Clock CLOCK = Clock.fixed(IMPORTED, ZoneOffset.UTC);

  private ImportedCounts() {}

  /**
   * Imports the rows of a CSV text into a database of its own.
   *
   * @return the settings of a service that shows them, and fetches nothing
   */
  public static Map<String, String> settings(Path folder, String csv) throws Exception {
    Path database = folder.resolve("counts");
    try (Store store = Store.open(new StoreLocation.Sqlite(database))) {
      Path file = Files.writeString(folder.resolve("counts.csv"), csv);
      Importer importer = new Importer(store, ImportSettings.defaults(folder), CLOCK);
      if (importer.importFiles(List.of(file)).orElseThrow().isEmpty()) {
        throw new IllegalStateException("nothing was imported");
      }
    }
    return Map.of("BLAZON_STATS", "daily", "BLAZON_STATS_DATABASE", "sqlite:" + database);
  }
}
