package dev.blazon.stats.source.clickhouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Dimension;
import dev.blazon.count.Measure;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.source.Delivery;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.testing.ClickPyStandIn;
import dev.blazon.stats.testing.CollectedRows;
import dev.blazon.stats.testing.Download;
import dev.blazon.stats.testing.SourceUpstreams;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real rows of ClickPy, read through a stand-in that has the public service's limits. */
@Timeout(60)
class ClickHouseSourceTest {

  private static final Day FIRST = Day.of(2026, 3, 1);
  private static final Day LAST = Day.of(2026, 9, 27);
  private static final DayRange EVER = new DayRange(Day.of(2016, 1, 1), Day.of(2026, 12, 31));
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-09-28T09:00:00Z"), ZoneOffset.UTC);

  private final Vertx vertx = Vertx.vertx();
  private final CollectedRows rows = new CollectedRows();
  private ClickPyStandIn clickpy;

  @BeforeEach
  void start() {
    clickpy =
        ClickPyStandIn.start(vertx)
            .loaded(FIRST, LAST)
            .add(Download.leanLspMcp())
            .add(Download.pythonDotenv())
            .add(Download.vcsVersioning());
  }

  @AfterEach
  void stop() throws Exception {
    clickpy.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void a_history_has_versions_and_both_measures() throws Exception {
    Delivery delivery = read(Set.of(), "Lean.LSP_mcp");

    assertEquals(new Counts(396, 381), rows.sum());
    assertEquals(new Counts(388, 379), rows.sum(row -> row.version().equals("0.25.1")));
    assertEquals(new Counts(2, 2), rows.sum(row -> row.version().equals("0.1.3")));
    assertEquals(Set.of(Measure.ALL, Measure.WITHOUT_MIRRORS), delivery.measures());
    assertEquals(Set.of(Dimension.INSTALLER), delivery.dimensions());
    assertTrue(rows.counts().stream().allMatch(row -> row.project().equals("lean-lsp-mcp")));
  }

  @Test
  void installers_are_kept_as_the_source_names_them() throws Exception {
    read(Set.of(), "python-dotenv");

    Map<String, Long> byInstaller =
        rows.counts().stream()
            .filter(row -> row.day().equals(Day.of(2026, 8, 16)))
            .collect(
                Collectors.groupingBy(
                    row -> row.details().get(Dimension.INSTALLER).orElseThrow(),
                    Collectors.summingLong(row -> row.counts().all())));
    assertEquals(3841520 + 2298185 + 1348994 + 1319275, byInstaller.get("pip"));
    assertEquals(15835 + 8298, byInstaller.get(""));
    assertEquals(2532 + 662, byInstaller.get("Nexus"));
  }

  @Test
  void mirrors_are_without_python_and_system() throws Exception {
    read(Set.of(Dimension.PYTHON, Dimension.SYSTEM, Dimension.COUNTRY), "lean-lsp-mcp");

    assertEquals(
        Map.of("", new Counts(15, 0), "3.12", new Counts(381, 381)), rows.by(Dimension.PYTHON));
    assertEquals(
        Map.of("", new Counts(15, 0), "Linux", new Counts(381, 381)), rows.by(Dimension.SYSTEM));
    assertEquals(Map.of("US", new Counts(396, 381)), rows.by(Dimension.COUNTRY));
  }

  @Test
  void several_projects_share_a_query() throws Exception {
    read(Set.of(), "lean-lsp-mcp", "python-dotenv", "vcs-versioning", "unknown-project");

    assertEquals(1, clickpy.queries(ClickPyStandIn.SIZES).size());
    assertEquals(1, clickpy.queries(ClickPyStandIn.VERSIONS).size());
    long stored =
        Stream.of(Download.leanLspMcp(), Download.pythonDotenv(), Download.vcsVersioning())
            .flatMap(List::stream)
            .mapToLong(Download::count)
            .sum();
    assertEquals(stored, rows.sum().all());
  }

  @Test
  void names_and_days_are_parameters_and_never_sql() throws Exception {
    read(ClickHouseSource.DIMENSIONS, "lean-lsp-mcp");

    assertTrue(clickpy.queries().size() >= 7);
    for (ClickPyStandIn.Query query : clickpy.queries()) {
      assertFalse(query.sql().contains("lean-lsp-mcp"), query.sql());
      assertFalse(query.sql().contains("2026"), query.sql());
      assertEquals("demo", query.headers().get("X-ClickHouse-User"));
      assertEquals("pypi", query.parameters().get("database"));
    }
    assertEquals(
        "lean-lsp-mcp",
        clickpy.queries(ClickPyStandIn.VERSIONS).get(0).parameters().get("param_project0"));
  }

  @Test
  void a_history_ends_at_the_newest_loaded_day() throws Exception {
    Delivery delivery = read(Set.of(), "vcs-versioning");

    assertEquals(new DayRange(FIRST, LAST), delivery.days());
    assertEquals(Set.of(), delivery.missing());
  }

  @Test
  void a_day_that_is_being_loaded_is_left_out() throws Exception {
    clickpy.unload(LAST).add(List.of(Download.of(LAST, "requests", "2.32.0", "pip", 100)));

    assertEquals(LAST.minus(1), read(Set.of(), "vcs-versioning").days().last());
  }

  @Test
  void the_newest_day_is_read_once_for_a_quarter_of_an_hour() throws Exception {
    ClickHouseSource source = source(Set.of());
    assertEquals(Optional.of(LAST), source.newestDay(Duration.ofSeconds(10)));
    assertEquals(Optional.of(LAST), source.newestDay(Duration.ofSeconds(10)));
    assertEquals(1, clickpy.queries(ClickPyStandIn.DAYS).size());
  }

  @Test
  void a_day_that_was_never_loaded_is_missing_and_not_zero() throws Exception {
    Day gap = Day.of(2026, 7, 4);
    clickpy.unload(gap);

    Delivery delivery = read(Set.of(), "vcs-versioning");

    assertEquals(Set.of(gap), delivery.missing());
    assertTrue(delivery.days().contains(gap));
  }

  @Test
  void a_day_that_is_not_over_is_never_asked_for() throws Exception {
    clickpy.loaded(LAST.plus(1), LAST.plus(1));

    Delivery delivery = read(Set.of(), "requests");

    assertEquals(LAST, delivery.days().last());
    assertEquals(delivery.days().length() * 1_000L, rows.sum().all());
  }

  @Test
  void days_before_the_first_or_after_the_last_do_not_exist() {
    DayRange future = DayRange.of(LAST.plus(1));

    SourceException e =
        assertThrows(
            SourceException.class,
            () ->
                source(Set.of())
                    .readHistory(Set.of(name("requests")), future, Duration.ofSeconds(10), rows));

    assertEquals(SourceException.Kind.NO_SUCH_DAY, e.kind());
  }

  @Test
  void a_cluster_of_single_projects_ends_at_their_newest_day() throws Exception {
    try (ClickPyStandIn own = ClickPyStandIn.start(vertx).add(Download.vcsVersioning())) {
      Delivery delivery =
          source(own, Set.of())
              .readHistory(Set.of(name("vcs-versioning")), EVER, Duration.ofSeconds(10), rows);

      assertEquals(new DayRange(Day.of(2026, 9, 21), Day.of(2026, 9, 24)), delivery.days());
    }
  }

  @Test
  void answers_stay_below_the_row_limit_of_the_server() throws Exception {
    clickpy.set("max_result_rows", "50");

    Delivery delivery = read(ClickHouseSource.DIMENSIONS, "requests");

    int days = delivery.days().length();
    assertEquals(days * 1_000L, rows.sum().all());
    assertEquals((days + 48) / 49, clickpy.queries(ClickPyStandIn.VERSIONS).size());
    assertEquals((days + 48) / 49, clickpy.queries(ClickPyStandIn.COUNTRIES).size());
    assertEquals(days, rows.breakdowns().size() / 3);
  }

  @Test
  void a_project_with_5000_versions_is_read_day_by_day() throws Exception {
    List<Download> many = new ArrayList<>();
    for (Day day = LAST.minus(9); !day.isAfter(LAST); day = day.plus(1)) {
      for (int version = 0; version < 5_000; version++) {
        for (String installer : List.of("pip", "uv", "bandersnatch")) {
          many.add(Download.of(day, "ccxt", "1." + version, installer, 1));
        }
      }
    }
    clickpy.add(many);

    read(Set.of(), "ccxt");

    assertEquals(new Counts(150_000, 100_000), rows.sum());
    assertEquals(2, clickpy.queries(ClickPyStandIn.VERSIONS).size());
  }

  private Delivery read(Set<Dimension> dimensions, String... projects) throws Exception {
    return source(dimensions)
        .readHistory(
            Stream.of(projects).map(ClickHouseSourceTest::name).collect(Collectors.toSet()),
            EVER,
            Duration.ofSeconds(30),
            rows);
  }

  private ClickHouseSource source(Set<Dimension> dimensions) {
    return source(clickpy, dimensions);
  }

  private ClickHouseSource source(ClickPyStandIn server, Set<Dimension> dimensions) {
    return new ClickHouseSource(
        new ClickHouseClient(
            SourceUpstreams.calls(vertx, "clickhouse"),
            ClickHouseAddress.parse(server.url()),
            CLOCK),
        dimensions,
        CLOCK);
  }

  private static ProjectName name(String text) {
    return ProjectName.parse(text).orElseThrow();
  }
}
