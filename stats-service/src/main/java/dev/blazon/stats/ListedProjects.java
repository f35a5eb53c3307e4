package dev.blazon.stats;

import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.demand.RefreshPlan;
import dev.blazon.stats.download.Importer;
import dev.blazon.stats.query.KnownHistory;
import dev.blazon.stats.schedule.ListedDays;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.source.bigquery.BigQuerySource;
import dev.blazon.stats.source.clickhouse.ClickHouseSource;
import dev.blazon.stats.store.ImportLock;
import dev.blazon.stats.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Brings the histories of listed projects up to date, one node at a time. For one thread. */
final class ListedProjects {

  /** A new project in BigQuery begins here: an older history costs money, and is backfilled. */
  private static final int MOST_DAYS = 31;

  /** Of ClickHouse. */
  private static final int PROJECTS_AT_ONCE = ClickHouseSource.PROJECTS_AT_ONCE;

  private static final Duration LONGEST = Duration.ofHours(1);

  private final List<ProjectName> projects;
  private final Database database;
  private final Histories histories;
  private final Supplier<Optional<BigQuerySource>> bigQuery;
  private final Function<Store, Importer> importers;

  /**
   * @param bigQuery asked instead of ClickHouse if it gives one
   */
  ListedProjects(
      Set<ProjectName> projects,
      Database database,
      Histories histories,
      Supplier<Optional<BigQuerySource>> bigQuery,
      Function<Store, Importer> importers) {
    this.projects = List.copyOf(projects);
    this.database = database;
    this.histories = histories;
    this.bigQuery = bigQuery;
    this.importers = importers;
  }

  /**
   * Brings them up to date.
   *
   * @return whether the newest day is there now; empty if another node is at work
   */
  Optional<Boolean> run(Day newest) throws SourceException, InterruptedException {
    Optional<ImportLock> free = database.read(open -> open.store().lockForImport());
    if (free.isEmpty()) {
      return Optional.empty();
    }
    ImportLock lock = free.get();
    try {
      Optional<BigQuerySource> source = bigQuery.get();
      return Optional.of(
          source.isPresent() ? ofBigQuery(source.get(), newest) : ofClickHouse(newest));
    } finally {
      lock.close();
    }
  }

  private boolean ofClickHouse(Day newest) throws SourceException, InterruptedException {
    for (int from = 0; from < projects.size(); from += PROJECTS_AT_ONCE) {
      List<ProjectName> some =
          projects.subList(from, Math.min(from + PROJECTS_AT_ONCE, projects.size()));
      histories.fetch(Set.copyOf(some));
    }
    return histories.newestDay().filter(day -> !day.isBefore(newest)).isPresent();
  }

  private boolean ofBigQuery(BigQuerySource source, Day newest)
      throws SourceException, InterruptedException {
    List<Day> countedTo = new ArrayList<>();
    for (ProjectName project : projects) {
      Optional<KnownHistory> known = database.read(open -> open.queries().history(project));
      countedTo.add(known.map(KnownHistory::countedTo).orElse(newest.minus(MOST_DAYS)));
    }
    Day behind = countedTo.stream().min(Day::compareTo).orElse(newest);
    if (!behind.isBefore(newest)) {
      return true;
    }
    Day first = RefreshPlan.days(behind, newest).first();
    Day earliest = newest.minus(MOST_DAYS - 1);
    DayRange days = new DayRange(first.isBefore(earliest) ? earliest : first, newest);
    return database.write(
        store -> {
          importers
              .apply(store)
              .importHistory(new ListedDays(source), Set.copyOf(projects), days, LONGEST);
          return true;
        });
  }
}
