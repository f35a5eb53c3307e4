package dev.blazon.stats.download;

import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Ledger;
import dev.blazon.count.Month;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.sort.RowSorter;
import dev.blazon.stats.sort.SortedRows;
import dev.blazon.stats.source.DaySource;
import dev.blazon.stats.source.Delivery;
import dev.blazon.stats.source.HistorySource;
import dev.blazon.stats.source.Source;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.store.ImportLock;
import dev.blazon.stats.store.ImportTransaction;
import dev.blazon.stats.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Imports days into a store: a day is replaced as a whole, or stays as it was. Calls block for as
 * long as the import takes. Safe for use by several threads, of which one imports at a time.
 */
public final class Importer {

  /** Ten years of a large project fit; more is sorted on disk. */
  private static final int HISTORY_SORT_BYTES = 4 << 20;

  /** Days of the week before are imported again each night, or corrected by hand, and stay open. */
  private static final int DAYS_BEFORE_CLOSING = 7;

  /** The ledger's name of what came from files. */
  public static final String FILE = "file";

  private final Store store;
  private final ImportSettings settings;
  private final Clock clock;
  private final ImportProgress progress;

  public Importer(Store store, ImportSettings settings, Clock clock) {
    this(store, settings, clock, ImportProgress.UNWATCHED);
  }

  public Importer(Store store, ImportSettings settings, Clock clock, ImportProgress progress) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    this.progress = progress;
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
      Intake intake = new Intake(sorter, Intake.Wanted.anything());
      CommonOrigin origin = new CommonOrigin();
      for (Path file : files) {
        origin.add(RowFile.read(file, intake, progress));
      }
      List<ImportedDay> days =
          new WholeDaysImport(lock, origin.get(FILE), settings.versionDays(), clock, progress)
              .run(sorter, intake.tallies());
      tidy(lock);
      store.afterImports();
      return Optional.of(days);
    } catch (UncheckedIOException e) {
      throw e.getCause(); // Sinks of rows can throw no other.
    }
  }

  /**
   * Gives projects all-time totals up to a day, to which later days add. A project keeps one seed:
   * the newest. Days up to then that are imported, too, are not counted twice.
   *
   * @param file CSV with {@code project}, {@code total_downloads} and, if known, {@code
   *     total_without_mirrors}
   * @return empty if another importer is at work
   * @throws MalformedFileException if the file is malformed; then nothing of it was kept
   */
  public Optional<Seeded> seed(Path file, Day until) throws IOException, MalformedFileException {
    Optional<ImportLock> free = store.lockForImport();
    if (free.isEmpty()) {
      return Optional.empty();
    }
    try (ImportLock lock = free.get();
        RowSorter sorter = new RowSorter(settings.folder(), settings.sortBytes())) {
      long rejects;
      try (Lines lines = new Lines(file, progress)) {
        rejects = new SeedRows(lines, until, sorter).read();
      }
      Seeded seeded;
      try (SortedRows rows = sorter.sorted();
          ImportTransaction transaction = lock.begin()) {
        seeded = new SeedImport(transaction, file, until, progress).run(rows, rejects);
        transaction.commit();
      }
      store.afterImports();
      return Optional.of(seeded);
    }
  }

  /**
   * Imports a day of all projects from a source.
   *
   * @param within how long the source may take
   * @return the day; empty if another importer is at work
   * @throws SourceException if the source could not give the day as a whole; then nothing was kept
   */
  public Optional<ImportedDay> importDay(DaySource source, Day day, Duration within)
      throws IOException, SourceException, InterruptedException {
    return importDays(source, List.of(day), within).map(days -> days.get(0));
  }

  /**
   * Imports many days of all projects from a source, a month at a time: each month is one merge and
   * one transaction. Days that the ledger has are left out, so that a backfill which was killed
   * goes on where it was.
   *
   * @param within how long the source may take for each day
   * @return the days that were imported now; empty if another importer is at work
   * @throws SourceException if the source could not give a day as a whole; months before it are
   *     kept
   */
  public Optional<List<ImportedDay>> backfill(DaySource source, DayRange days, Duration within)
      throws IOException, SourceException, InterruptedException {
    List<ImportedDay> imported = new ArrayList<>();
    for (Month month : days.months()) {
      Ledger ledger = store.ledger();
      List<Day> missing =
          days.days().stream()
              .filter(day -> day.month().equals(month) && !ledger.isWhole(day.epochDay()))
              .toList();
      if (!missing.isEmpty()) {
        Optional<List<ImportedDay>> ofMonth = importDays(source, missing, within);
        if (ofMonth.isEmpty()) {
          return Optional.empty();
        }
        imported.addAll(ofMonth.get());
      }
    }
    return Optional.of(imported);
  }

  /**
   * Imports days of all projects from a source: those of a month are one merge and one transaction.
   *
   * @param within how long the source may take for each day
   * @return the days; empty if another importer is at work
   * @throws SourceException if the source could not give a day as a whole; then nothing was kept
   */
  public Optional<List<ImportedDay>> importDays(DaySource source, List<Day> days, Duration within)
      throws IOException, SourceException, InterruptedException {
    Optional<ImportLock> free = store.lockForImport();
    if (free.isEmpty()) {
      return Optional.empty();
    }
    try (ImportLock lock = free.get();
        RowSorter sorter = new RowSorter(settings.folder(), settings.sortBytes())) {
      CommonOrigin origin = new CommonOrigin();
      NavigableMap<Day, DayTally> tallies = new TreeMap<>();
      for (Day day : days) {
        Intake intake = new Intake(sorter, Intake.Wanted.day(day));
        origin.add(origin(source, source.readDay(day, within, new WatchedRows(intake, progress))));
        DayTally tally = intake.tallies().get(day);
        if (tally == null || tally.sum().all() == 0) {
          throw new SourceException(
              SourceException.Kind.NO_SUCH_DAY, source.name() + " has no downloads on " + day);
        }
        tallies.put(day, tally);
      }
      List<ImportedDay> imported =
          new WholeDaysImport(
                  lock, origin.get(source.name()), settings.versionDays(), clock, progress)
              .run(sorter, tallies);
      tidy(lock);
      store.afterImports();
      return Optional.of(imported);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Forgets what is too old, and closes months that are over. */
  private void tidy(ImportLock lock) {
    Optional<Day> newest = store.ledger().newestWholeDay();
    if (newest.isEmpty()) {
      return;
    }
    new Forgetting(lock).run(newest.get().minus(settings.versionDays() - 1));
    Month open = newest.get().minus(DAYS_BEFORE_CLOSING).month();
    while (lock.closeNext(open)) {
      // Some projects at a time, so that others may write in between.
    }
  }

  private static ImportOrigin origin(Source source, Delivery delivery) {
    return new ImportOrigin(
        source.name(), delivery.measures(), delivery.dimensions(), delivery.rule());
  }

  /**
   * Imports many days of single projects. Days that were imported for all projects stay as they
   * are, and so do those that the source never got. A project without downloads is not kept. It
   * waits while another import writes.
   *
   * @param projects at most {@link HistorySource#projectsAtOnce}
   * @param within how long the source may take
   * @return the days that are known of these projects now, but for those that the source never got
   * @throws SourceException if the source could not give them as a whole; then nothing was kept
   */
  public DayRange importHistory(
      HistorySource source, Set<ProjectName> projects, DayRange days, Duration within)
      throws IOException, SourceException, InterruptedException {
    return importHistory(source, projects, days, within, false);
  }

  /**
   * As {@link #importHistory}, of a source that is asked when better ones do not answer: projects
   * that another source has counted meanwhile stay as they are.
   */
  public DayRange importLastResort(
      HistorySource source, Set<ProjectName> projects, DayRange days, Duration within)
      throws IOException, SourceException, InterruptedException {
    return importHistory(source, projects, days, within, true);
  }

  private DayRange importHistory(
      HistorySource source,
      Set<ProjectName> projects,
      DayRange days,
      Duration within,
      boolean isLastResort)
      throws IOException, SourceException, InterruptedException {
    try (RowSorter sorter = new RowSorter(settings.folder(), HISTORY_SORT_BYTES)) {
      SortedSet<String> names =
          projects.stream()
              .map(ProjectName::normalized)
              .collect(Collectors.toCollection(TreeSet::new));
      Ledger ledger = store.ledger();
      Intake intake =
          new Intake(
              sorter,
              new Intake.Wanted(
                  days::contains, day -> !ledger.isWhole(day.epochDay()), names, true));
      Delivery delivery = source.readHistory(projects, days, within, intake);
      try (SortedRows rows = sorter.sorted();
          ImportTransaction transaction = store.beginSmallImport()) {
        new HistoryImport(
                transaction, source.name(), delivery, settings.versionDays(), isLastResort)
            .run(names, intake.projectsWithDownloads(), rows);
        transaction.commit();
        return delivery.days();
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
