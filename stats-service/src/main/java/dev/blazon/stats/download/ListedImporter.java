package dev.blazon.stats.download;

import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Ledger;
import dev.blazon.count.LedgerEntry;
import dev.blazon.count.Scope;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.packed.Summary.OwnDays;
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
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Imports days of listed projects only: about other projects such a day says nothing. Days that
 * were imported for all projects stay as they are. All days of a call are one transaction. Calls
 * block for as long as the import takes; safe for use by several threads, of which one imports at a
 * time.
 */
public final class ListedImporter {

  private final Store store;
  private final ImportSettings settings;
  private final Clock clock;
  private final ImportProgress progress;
  private final SortedSet<String> projects;

  /** Makes an importer for some projects; at least one. */
  public ListedImporter(
      Store store,
      ImportSettings settings,
      Clock clock,
      ImportProgress progress,
      Collection<ProjectName> projects) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    this.progress = progress;
    this.projects =
        projects.stream()
            .map(ProjectName::normalized)
            .collect(Collectors.toCollection(TreeSet::new));
    if (this.projects.isEmpty()) {
      throw new IllegalArgumentException("an empty list of projects");
    }
  }

  /**
   * Imports all days that occur in some files; rows of other projects are left out.
   *
   * @return the days that were imported; empty if another importer is at work
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
      Intake intake =
          new Intake(sorter, new Intake.Wanted(any -> true, any -> true, projects, false));
      CommonOrigin origin = new CommonOrigin();
      for (Path file : files) {
        origin.add(RowFile.read(file, intake, progress));
      }
      return Optional.of(
          write(
              lock, origin.get(Importer.FILE), intake, intake.tallies().navigableKeySet(), sorter));
    }
  }

  /**
   * Imports some days from a source, which was set up for these projects if it can be.
   *
   * @param within how long the source may take for each call
   * @return the days that were imported: those that the source has; empty if another importer is at
   *     work
   * @throws SourceException if the source could not give them as a whole, or has none of them; then
   *     nothing was kept
   */
  public Optional<List<ImportedDay>> importDays(Source source, List<Day> days, Duration within)
      throws IOException, SourceException, InterruptedException {
    Optional<ImportLock> free = store.lockForImport();
    if (free.isEmpty()) {
      return Optional.empty();
    }
    try (ImportLock lock = free.get();
        RowSorter sorter = new RowSorter(settings.folder(), settings.sortBytes())) {
      NavigableSet<Day> wanted = new TreeSet<>(days);
      DayRange range = new DayRange(wanted.first(), wanted.last());
      Intake intake =
          new Intake(
              sorter,
              new Intake.Wanted(
                  range::contains, wanted::contains, projects, source instanceof HistorySource));
      CommonOrigin origin = new CommonOrigin();
      for (Delivery delivery : read(source, range, wanted, within, intake)) {
        origin.add(
            new ImportOrigin(
                source.name(), delivery.measures(), delivery.dimensions(), delivery.rule()));
        wanted.removeIf(day -> !delivery.days().contains(day) || delivery.missing().contains(day));
      }
      if (wanted.isEmpty()) {
        throw new SourceException(
            SourceException.Kind.NO_SUCH_DAY, source.name() + " has no whole day of " + range);
      }
      return Optional.of(write(lock, origin.get(source.name()), intake, wanted, sorter));
    }
  }

  private List<Delivery> read(
      Source source, DayRange range, NavigableSet<Day> days, Duration within, Intake intake)
      throws SourceException, InterruptedException {
    WatchedRows rows = new WatchedRows(intake, progress);
    List<Delivery> deliveries = new ArrayList<>();
    if (source instanceof HistorySource history) {
      List<String> names = List.copyOf(projects);
      for (int from = 0; from < names.size(); from += history.projectsAtOnce()) {
        List<String> some =
            names.subList(from, Math.min(names.size(), from + history.projectsAtOnce()));
        deliveries.add(history.readHistory(names(some), range, within, rows));
      }
      return deliveries;
    }
    for (Day day : days) {
      Delivery delivery = ((DaySource) source).readDay(day, within, rows);
      // Of this day; the others come with deliveries of their own.
      deliveries.add(
          new Delivery(range, delivery.measures(), delivery.dimensions(), delivery.rule()));
    }
    return deliveries;
  }

  private static Set<ProjectName> names(List<String> normalized) {
    return normalized.stream()
        .map(name -> ProjectName.parse(name).orElseThrow())
        .collect(Collectors.toSet());
  }

  private List<ImportedDay> write(
      ImportLock lock, ImportOrigin origin, Intake intake, Collection<Day> days, RowSorter sorter)
      throws IOException {
    List<ImportedDay> imported = new ArrayList<>();
    try (SortedRows rows = sorter.sorted();
        ImportTransaction transaction = lock.begin()) {
      Ledger before = transaction.ledger();
      NavigableSet<Day> replaced = new TreeSet<>(days);
      replaced.removeIf(day -> before.isWhole(day.epochDay()));
      if (replaced.isEmpty()) {
        return imported;
      }
      HistoryImport histories =
          new HistoryImport(
              transaction,
              origin.source(),
              delivery(origin, replaced),
              settings.versionDays(),
              false);
      histories.run(projects, projects, rows); // Listed ones are kept, with downloads or without.
      for (LedgerEntry entry :
          new NewEntries(origin, Scope.LISTED_PROJECTS, clock)
              .of(before, replaced, intake.tallies())) {
        LedgerEntry counted = NewEntries.withRows(entry, histories.rows(entry.day()));
        transaction.put(counted);
        imported.add(new ImportedDay(counted, before.entry(entry.day()).isPresent()));
      }
      transaction.commit();
    }
    store.afterImports();
    return imported;
  }

  private static Delivery delivery(ImportOrigin origin, NavigableSet<Day> days) {
    DayRange range = new DayRange(days.first(), days.last());
    Set<Day> others = new HashSet<>(range.days());
    others.removeAll(days);
    return new Delivery(range, others, origin.measures(), origin.dimensions(), origin.rule());
  }

  /**
   * The days of a range that are not known of every listed project, so that a backfill which was
   * killed goes on where it was, and one with a longer list fetches what that lacks.
   */
  public List<Day> missing(DayRange range) {
    Set<Day> known = new HashSet<>(range.days());
    Ledger ledger = store.ledger();
    for (String project : projects) {
      List<OwnDays> own =
          store.project(project).map(stored -> stored.summary().own()).orElse(List.of());
      known.removeIf(
          day ->
              !ledger.isWhole(day.epochDay())
                  && own.stream()
                      .noneMatch(
                          days -> days.first() <= day.epochDay() && day.epochDay() <= days.last()));
    }
    return range.days().stream().filter(day -> !known.contains(day)).toList();
  }
}
