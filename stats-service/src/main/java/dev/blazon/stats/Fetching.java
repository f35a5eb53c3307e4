package dev.blazon.stats;

import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.demand.AskedNotes;
import dev.blazon.stats.demand.EmptyProjects;
import dev.blazon.stats.demand.HistoryFetches;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.source.series.PypistatsSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * All that answering on demand needs: who fetches what from where, how much at once, and who keeps
 * it up to date. Made at the first question.
 */
final class Fetching implements AutoCloseable {

  /** Each of as many projects as share a query. */
  private static final int FETCHES_AT_ONCE = 2;

  /** Some minutes of fetches; whoever comes then is told to come later. */
  private static final int PROJECTS_WAITING = 500;

  /** As many as pypistats answers in a minute; two wait for it at once. */
  private static final int LAST_RESORT_WAITING = 30;

  private static final Duration LAST_RESORT_LONGEST = Duration.ofSeconds(60);

  /** pypistats has no more. */
  private static final int LAST_RESORT_DAYS = 180;

  private final HistoryFetches histories;
  private final HistoryFetches newestDays;
  private final Optional<AllTimeTotals> totals;
  private final OnDemand answers;
  private final Upkeep upkeep;

  Fetching(
      Vertx vertx,
      StatsSources sources,
      Database database,
      Imports imports,
      EmptyProjects empty,
      OnDemand.Reading reading,
      StatsMetrics metrics,
      Clock clock,
      MeterRegistry registry) {
    String clickHouse = sources.clickHouse().name();
    int projectsAtOnce = sources.clickHouse().projectsAtOnce();
    this.histories =
        new HistoryFetches(
            vertx,
            clickHouse,
            new HistoryFetches.Limits(FETCHES_AT_ONCE, projectsAtOnce, PROJECTS_WAITING),
            new MeteredWork(clickHouse, imports.histories()::fetch, registry),
            clock);
    PypistatsSource pypistats = sources.pypistats();
    this.newestDays =
        new HistoryFetches(
            vertx,
            pypistats.name(),
            new HistoryFetches.Limits(
                FETCHES_AT_ONCE, pypistats.projectsAtOnce(), LAST_RESORT_WAITING),
            new MeteredWork(
                pypistats.name(),
                projects -> fetchNewestDays(projects, pypistats, database, imports, clock),
                registry),
            clock);
    this.totals = sources.pepy().map(pepy -> new AllTimeTotals(vertx, pepy, clock, registry));
    AskedNotes notes = new AskedNotes();
    this.answers = new OnDemand(reading, histories, newestDays, totals, empty, notes, clock);
    this.upkeep =
        new Upkeep(database, notes, imports.histories(), histories, projectsAtOnce, metrics, clock);
  }

  private static void fetchNewestDays(
      Set<ProjectName> projects,
      PypistatsSource source,
      Database database,
      Imports imports,
      Clock clock)
      throws SourceException, InterruptedException {
    Day yesterday = Day.at(clock.instant()).minus(1);
    DayRange days = new DayRange(yesterday.minus(LAST_RESORT_DAYS - 1), yesterday);
    database.write(
        store ->
            imports.importer(store).importLastResort(source, projects, days, LAST_RESORT_LONGEST));
  }

  OnDemand answers() {
    return answers;
  }

  Upkeep upkeep() {
    return upkeep;
  }

  @Override
  public void close() {
    histories.close();
    newestDays.close();
    totals.ifPresent(AllTimeTotals::close);
  }
}
