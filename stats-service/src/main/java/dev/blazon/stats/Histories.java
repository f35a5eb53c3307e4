package dev.blazon.stats;

import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.demand.EmptyProjects;
import dev.blazon.stats.demand.RefreshPlan;
import dev.blazon.stats.download.Importer;
import dev.blazon.stats.query.KnownHistory;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.source.clickhouse.ClickHouseSource;
import dev.blazon.stats.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Fetches histories of projects from ClickHouse into the store: all days of a new project, the
 * newest days of a known one. Calls block; thread-safe.
 */
final class Histories {

  /** A project with thousands of versions takes some 40 queries, of 60 in a minute. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Database database;
  private final Function<Store, Importer> importers;
  private final Supplier<ClickHouseSource> source;
  private final EmptyProjects empty;
  private final Clock clock;

  Histories(
      Database database,
      Function<Store, Importer> importers,
      Supplier<ClickHouseSource> source,
      EmptyProjects empty,
      Clock clock) {
    this.database = database;
    this.importers = importers;
    this.source = source;
    this.empty = empty;
    this.clock = clock;
  }

  /** The newest day that ClickHouse has as a whole; empty if it does not tell. */
  Optional<Day> newestDay() throws SourceException, InterruptedException {
    return source.get().newestDay(LONGEST);
  }

  /**
   * Brings projects up to date. Those that are so already, since another caller was faster, cost
   * nothing.
   */
  void fetch(Set<ProjectName> projects) throws SourceException, InterruptedException {
    Day yesterday = Day.at(clock.instant()).minus(1);
    Day newest = newestDay().orElse(yesterday);
    Map<Day, Set<ProjectName>> byFirstDay = new LinkedHashMap<>();
    Set<String> upToDate = new HashSet<>();
    for (ProjectName project : projects) {
      Optional<Day> first = firstDay(project, newest);
      if (first.isPresent()) {
        byFirstDay.computeIfAbsent(first.get(), any -> new HashSet<>()).add(project);
      } else {
        upToDate.add(project.normalized());
      }
    }
    note(upToDate, newest);
    for (Map.Entry<Day, Set<ProjectName>> alike : byFirstDay.entrySet()) {
      fetch(alike.getValue(), new DayRange(alike.getKey(), later(newest, alike.getKey())));
    }
  }

  private static Day later(Day one, Day other) {
    return one.isAfter(other) ? one : other;
  }

  /** The first day that is to be read of a project; empty if none is. */
  private Optional<Day> firstDay(ProjectName project, Day newest) {
    Optional<KnownHistory> known = database.read(open -> open.queries().history(project));
    if (known.isPresent() && known.get().isWhole()) {
      Day countedTo = known.get().countedTo();
      return countedTo.isBefore(newest)
          ? Optional.of(RefreshPlan.days(countedTo, newest).first())
          : Optional.empty();
    }
    return known.isEmpty() && empty.days(project).isPresent()
        ? Optional.empty()
        : Optional.of(ClickHouseSource.EARLIEST);
  }

  private void fetch(Set<ProjectName> projects, DayRange days)
      throws SourceException, InterruptedException {
    DayRange known =
        database.write(
            store -> importers.apply(store).importHistory(source.get(), projects, days, LONGEST));
    Set<String> counted = new HashSet<>();
    for (ProjectName project : projects) {
      if (database.read(open -> open.store().project(project.normalized())).isPresent()) {
        counted.add(project.normalized());
      } else {
        empty.add(project, known);
      }
    }
    note(counted, known.last());
  }

  private void note(Set<String> projects, Day countedTo)
      throws SourceException, InterruptedException {
    if (!projects.isEmpty()) {
      database.write(
          store -> {
            store.noteCounted(projects, countedTo);
            return projects;
          });
    }
  }
}
