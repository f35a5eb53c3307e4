package dev.blazon.stats;

import dev.blazon.stats.demand.EmptyProjects;
import dev.blazon.stats.download.ImportSettings;
import dev.blazon.stats.download.Importer;
import dev.blazon.stats.schedule.ImportMetrics;
import dev.blazon.stats.schedule.NightlyImport;
import dev.blazon.stats.schedule.WholeDays;
import dev.blazon.stats.sort.RowSorter;
import dev.blazon.stats.source.DaySource;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** How days come from the sources into the store: of single projects, and nightly. Thread-safe. */
final class Imports {

  private final StatsConfig config;
  private final StatsSources sources;
  private final Database database;
  private final Histories histories;
  private final Clock clock;

  Imports(
      StatsConfig config,
      StatsSources sources,
      Database database,
      EmptyProjects empty,
      Clock clock) {
    this.config = config;
    this.sources = sources;
    this.database = database;
    this.clock = clock;
    this.histories = new Histories(database, this::importer, sources::clickHouse, empty, clock);
  }

  Histories histories() {
    return histories;
  }

  Importer importer(Store store) {
    // The folder of SQLite has room for days; PostgreSQL is elsewhere.
    Path folder =
        config.database() instanceof StoreLocation.Sqlite sqlite
            ? sqlite.folder()
            : Path.of(System.getProperty("java.io.tmpdir"));
    return new Importer(
        store, new ImportSettings(folder, config.versionDays(), RowSorter.DEFAULT_BYTES), clock);
  }

  /** What the settings say to import each night; empty: only what files give. */
  Optional<NightlyImport> nightly(MeterRegistry registry) {
    if (config.mode() != StatsMode.DAILY) {
      return Optional.empty();
    }
    if (!config.projects().isEmpty()) {
      ListedProjects listed =
          new ListedProjects(
              config.projects(), database, histories, sources::bigQuery, this::importer);
      return Optional.of(DailyImports.of(listed, new ImportMetrics(registry)));
    }
    return config
        .bigQuery()
        .map(access -> days(sources.bigQuery().orElseThrow(), new ImportMetrics(registry)));
  }

  private NightlyImport days(DaySource source, ImportMetrics metrics) {
    return DailyImports.of(new WholeDays(source, metrics), database, this::importer);
  }
}
