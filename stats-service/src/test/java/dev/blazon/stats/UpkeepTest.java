package dev.blazon.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.count.Day;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.demand.Arrival;
import dev.blazon.stats.demand.AskedNotes;
import dev.blazon.stats.demand.EmptyProjects;
import dev.blazon.stats.demand.HistoryFetches;
import dev.blazon.stats.download.ImportSettings;
import dev.blazon.stats.download.Importer;
import dev.blazon.stats.query.KnownHistory;
import dev.blazon.stats.source.clickhouse.ClickHouseAddress;
import dev.blazon.stats.source.clickhouse.ClickHouseClient;
import dev.blazon.stats.source.clickhouse.ClickHouseSource;
import dev.blazon.stats.store.ImportLock;
import dev.blazon.stats.store.StoreLocation;
import dev.blazon.stats.testing.ClickPyStandIn;
import dev.blazon.stats.testing.Download;
import dev.blazon.stats.testing.SourceUpstreams;
import dev.blazon.testing.Eventually;
import dev.blazon.testing.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How histories stay up to date; the clock begins at 2026-11-21 00:00. */
@Timeout(120)
final class UpkeepTest {

  private static final Day FIRST = Day.of(2026, 11, 1);
  private static final Day LAST = Day.of(2026, 11, 20);
  private static final ProjectName SIX = StatsFixture.name("six");
  private static final Duration TIME = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final MutableClock clock = new MutableClock();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private ClickPyStandIn clickpy;
  private Database database;
  private Histories histories;
  private HistoryFetches fetches;
  private AskedNotes notes;
  private Upkeep upkeep;

  @BeforeEach
  void start() throws Exception {
    clickpy = ClickPyStandIn.start(vertx);
    for (Day day = FIRST; !day.isAfter(LAST); day = day.plus(1)) {
      load(day);
    }
    open();
    clock.advance(Duration.ofHours(9));
    assertEquals(Arrival.COMPLETE, fetches.fetch(SIX, TIME).await(60, TimeUnit.SECONDS));
    assertEquals(LAST, countedTo());
  }

  private void load(Day day) {
    clickpy.loaded(day, day).add(List.of(Download.of(day, "six", "1.17.0", "pip", 5)));
  }

  private void open() {
    EmptyProjects empty = new EmptyProjects(clock);
    database = new Database(new StoreLocation.Sqlite(folder), clock);
    ClickHouseSource source =
        new ClickHouseSource(
            new ClickHouseClient(
                SourceUpstreams.calls(vertx, "clickhouse"),
                ClickHouseAddress.parse(clickpy.url()),
                clock),
            Set.of(),
            clock);
    histories =
        new Histories(
            database,
            store -> new Importer(store, ImportSettings.defaults(folder), clock),
            () -> source,
            empty,
            clock);
    fetches =
        new HistoryFetches(
            vertx,
            "clickhouse",
            new HistoryFetches.Limits(1, 25, 10),
            new MeteredWork("clickhouse", histories::fetch, registry),
            clock);
    notes = new AskedNotes();
    upkeep =
        new Upkeep(
            database,
            notes,
            histories,
            fetches,
            25,
            new StatsMetrics(registry, clock, database),
            clock);
  }

  private void close() {
    fetches.close();
    database.close();
    registry.clear();
  }

  @AfterEach
  void stop() throws Exception {
    close();
    clickpy.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  private Day countedTo() {
    Optional<KnownHistory> known = database.read(open -> open.queries().history(SIX));
    return known.orElseThrow().countedTo();
  }

  private int questions() {
    return clickpy.queries(ClickPyStandIn.SIZES).size();
  }

  private void ask() {
    notes.asked(SIX.normalized(), countedTo(), Day.at(clock.instant()));
  }

  /** Moves to the next evening, when every project has had its turn. */
  private void nextEvening() throws InterruptedException {
    upkeep.run();
    clock.advance(Duration.ofHours(36));
  }

  @Test
  void a_new_day_is_fetched_of_a_project_that_is_asked_for() throws Exception {
    ask();
    upkeep.run();
    assertEquals(1, questions());
    load(LAST.plus(1));
    nextEvening();
    upkeep.run();
    Eventually.eventually(vertx, 60, () -> countedTo().equals(LAST.plus(1)));
    ClickPyStandIn.Query query = clickpy.queries(ClickPyStandIn.SIZES).get(1);
    assertEquals(LAST.minus(2).toString(), query.parameters().get("param_from"));
    assertEquals(1, registry.get("blazon.stats.newest.day.age").gauge().value());
    upkeep.run();
    assertEquals(2, questions());
  }

  @Test
  void a_project_that_nobody_asks_for_costs_nothing() throws Exception {
    load(LAST.plus(1));
    nextEvening();
    upkeep.run();
    assertEquals(1, questions());
    assertEquals(1, clickpy.queries(ClickPyStandIn.DAYS).size());
  }

  @Test
  void what_is_asked_for_survives_a_restart() throws Exception {
    ask();
    upkeep.writeNotes();
    close();
    open();
    load(LAST.plus(1));
    nextEvening();
    upkeep.run();
    Eventually.eventually(vertx, 60, () -> countedTo().equals(LAST.plus(1)));
  }

  @Test
  void interest_ends_after_a_month() throws Exception {
    ask();
    upkeep.writeNotes();
    clock.advance(Duration.ofDays(31));
    for (Day day = LAST.plus(1); day.isBefore(LAST.plus(31)); day = day.plus(1)) {
      load(day);
    }
    upkeep.run();
    assertEquals(1, questions());
  }

  @Test
  void a_source_without_its_newest_day_is_looked_at_every_half_hour_and_asked_for_nothing()
      throws Exception {
    ask();
    nextEvening();
    int looks = clickpy.queries(ClickPyStandIn.DAYS).size();
    for (int minute = 0; minute < 60; minute++) {
      upkeep.run();
      clock.advance(Duration.ofMinutes(1));
    }
    assertEquals(2, clickpy.queries(ClickPyStandIn.DAYS).size() - looks);
    assertEquals(1, questions());
  }

  @Test
  void a_history_that_is_up_to_date_costs_no_query_whoever_asks() throws Exception {
    histories.fetch(Set.of(SIX));
    assertEquals(1, questions());
    assertTrue(clickpy.queries(ClickPyStandIn.DAYS).size() <= 1);
  }

  @Test
  void listed_projects_are_brought_up_to_date_by_one_node_at_a_time() throws Exception {
    ProjectName idna = StatsFixture.name("idna");
    clickpy.add(List.of(Download.of(LAST, "idna", "3.0", "uv", 7)));
    ListedProjects listed =
        new ListedProjects(
            Set.of(SIX, idna),
            database,
            histories,
            Optional::empty,
            store -> new Importer(store, ImportSettings.defaults(folder), clock));
    assertEquals(Optional.of(true), listed.run(LAST));
    assertEquals(2, questions()); // One is up to date.
    assertEquals(Optional.of(false), listed.run(LAST.plus(1)));
    ImportLock other = database.read(open -> open.store().lockForImport()).orElseThrow();
    assertEquals(Optional.empty(), listed.run(LAST));
    other.close();
    assertEquals(Optional.of(true), listed.run(LAST));
  }
}
