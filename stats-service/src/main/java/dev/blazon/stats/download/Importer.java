package dev.blazon.stats.download;

import dev.blazon.stats.sort.RowSorter;
import dev.blazon.stats.store.ImportLock;
import dev.blazon.stats.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Imports days into a store: a day is replaced as a whole, or stays as it was. Calls block for as
 * long as the import takes. Safe for use by several threads, of which one imports at a time.
 */
public final class Importer {

  /** The ledger's name of what came from files. */
  public static final String FILE = "file";

  private final Store store;
  private final ImportSettings settings;
  private final Clock clock;

  public Importer(Store store, ImportSettings settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Imports all days that occur in some files, which together hold those days of all projects. If
   * the days lie in several months, each month is a transaction of its own.
   *
   * @return the days; empty if another importer is at work
   * @throws MalformedFileException if a file is malformed; then nothing of any was kept
   */
  public Optional<List<ImportedDay>> importFiles(List<Path> files)
      throws IOException, MalformedFileException {
    Optional<ImportLock> free = store.lockForImport();
    if (free.isEmpty()) {
      return Optional.empty();
    }
    try (ImportLock lock = free.get();
        RowSorter sorter = new RowSorter(settings.folder(), settings.sortBytes())) {
      Intake intake = new Intake(sorter, any -> true);
      FileOrigin origin = new FileOrigin();
      for (Path file : files) {
        origin.add(RowFile.read(file, intake));
      }
      List<ImportedDay> days =
          new WholeDaysImport(lock, origin.get(), settings.versionDays(), clock)
              .run(sorter, intake.tallies());
      store.afterImports();
      return Optional.of(days);
    }
  }
}
