package dev.blazon.stats.command;

import dev.blazon.count.CountingRule;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Ledger;
import dev.blazon.count.Month;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.download.ImportedDay;
import dev.blazon.stats.source.Source;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.source.bigquery.BigQuerySource;
import dev.blazon.stats.store.Store;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Imports days from the source that the settings name: BigQuery, if there are credentials for it;
 * else ClickHouse, which can give listed projects only. For one command.
 */
final class DayImports {

  /** A day of all projects took BigQuery minutes; hundreds of projects take ClickHouse as long. */
  private static final Duration PER_CALL = Duration.ofHours(1);

  private final Shell shell;
  private final Store store;
  private final DaySources sources;
  private final Watch watch;
  private final Set<ProjectName> projects;
  private final Optional<BigQuerySource> bigQuery;

  /**
   * Makes imports.
   *
   * @param projects empty: all
   */
  DayImports(
      Shell shell,
      Store store,
      DaySources sources,
      Watch watch,
      Set<ProjectName> projects,
      CountingRule rule) {
    this.shell = shell;
    this.store = store;
    this.sources = sources;
    this.watch = watch;
    this.projects = projects;
    this.bigQuery = sources.bigQuery(projects, rule);
    if (bigQuery.isEmpty() && projects.isEmpty()) {
      throw new BadInputException(
          "no source has days of all projects: set BLAZON_BIGQUERY_CREDENTIALS, or list projects"
              + " by --projects or BLAZON_STATS_PROJECTS");
    }
  }

  /** Imports a day, be it there or not. */
  List<ImportedDay> importDay(Day day) throws IOException, SourceException, InterruptedException {
    return importDays(List.of(day));
  }

  /**
   * Imports the days of a range that are not there, a month at a time.
   *
   * @param done takes the days of each month when they are kept
   */
  void backfill(DayRange range, Consumer<ImportedDay> done)
      throws IOException, SourceException, InterruptedException {
    List<Day> missing = missing(range);
    for (Month month : range.months()) {
      List<Day> ofMonth = missing.stream().filter(day -> day.month().equals(month)).toList();
      if (!ofMonth.isEmpty()) {
        importDays(ofMonth).forEach(done);
      }
    }
  }

  private List<Day> missing(DayRange range) throws IOException {
    if (!projects.isEmpty()) {
      return shell.importer(store, watch, projects).missing(range);
    }
    Ledger ledger = store.ledger();
    return range.days().stream().filter(day -> !ledger.isWhole(day.epochDay())).toList();
  }

  private List<ImportedDay> importDays(List<Day> days)
      throws IOException, SourceException, InterruptedException {
    watch.begin("fetching " + words(days), "rows", 0);
    Optional<List<ImportedDay>> imported;
    if (projects.isEmpty()) {
      imported = shell.importer(store, watch).importDays(bigQuery.orElseThrow(), days, PER_CALL);
    } else {
      Source source = bigQuery.isPresent() ? bigQuery.get() : sources.clickHouse();
      imported = shell.importer(store, watch, projects).importDays(source, days, PER_CALL);
    }
    watch.end();
    return imported.orElseThrow(BusyException::new);
  }

  private static String words(List<Day> days) {
    String first = days.get(0).toString();
    return days.size() == 1 ? first : first + " to " + days.get(days.size() - 1);
  }
}
