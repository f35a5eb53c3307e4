package dev.blazon.stats.source.clickhouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.source.Delivery;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.source.SourceException.Kind;
import dev.blazon.stats.testing.ClickHouseProcess;
import dev.blazon.stats.testing.ClickPyStandIn;
import dev.blazon.stats.testing.ClickPyTables;
import dev.blazon.stats.testing.CollectedRows;
import dev.blazon.stats.testing.Download;
import dev.blazon.stats.testing.SourceUpstreams;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Our queries, answered by a real ClickHouse server over tables of ClickPy's form. It is from 2018:
 * parameters, and headers of newer servers, are shown by {@link ClickHouseSourceTest} only.
 */
@Tag("processes")
@Timeout(120)
class ClickHouseServerTest {

  private static final Day FIRST = Day.of(2026, 3, 1);
  private static final Day LAST = Day.of(2026, 9, 27);
  private static final DayRange EVER = new DayRange(Day.of(2016, 1, 1), Day.of(2026, 12, 31));
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-09-28T09:00:00Z"), ZoneOffset.UTC);

  @TempDir private static Path folder;
  private static Vertx vertx;
  private static ClickHouseProcess server;
  private static ClickPyStandIn standIn;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    server = ClickHouseProcess.start(vertx, folder);
    ClickPyTables.create(server);
    ClickPyTables.insertRaw(server, Download.leanLspMcp());
    List<Download> sums = new ArrayList<>(Download.pythonDotenv());
    sums.addAll(Download.vcsVersioning());
    for (Day day = FIRST; !day.isAfter(LAST); day = day.plus(1)) {
      sums.add(Download.of(day, "requests", "2.32.0", "pip", 1_000));
    }
    ClickPyTables.insertSums(server, sums);
    standIn = ClickPyStandIn.start(vertx).add(Download.leanLspMcp()).add(sums);
  }

  @AfterAll
  static void stop() throws Exception {
    standIn.close();
    server.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void a_real_server_answers_as_the_stand_in_does() throws Exception {
    CollectedRows real = new CollectedRows();
    CollectedRows imitated = new CollectedRows();
    String[] projects = {
      "lean-lsp-mcp", "python-dotenv", "vcs-versioning", "requests", "unknown-project"
    };

    Delivery delivery = read(server.url("demo"), real, projects);

    assertEquals(read(standIn.url(), imitated, projects), delivery);
    assertEquals(imitated.byKey(), real.byKey());
    assertEquals(new DayRange(FIRST, LAST), delivery.days());
    assertEquals(new Counts(396, 381), real.sum(row -> row.project().equals("lean-lsp-mcp")));
  }

  @Test
  void a_server_that_allows_few_rows_is_asked_more_often() throws Exception {
    CollectedRows rows = new CollectedRows();

    read(server.url("few_rows"), rows, "requests");

    assertEquals(1_000L * new DayRange(FIRST, LAST).length(), rows.sum().all());
  }

  @Test
  void an_answer_for_which_the_server_stopped_reading_is_refused() {
    assertRefused("stops_early", Kind.MALFORMED, "and stops at 200: the answer may be too small");
  }

  @Test
  void an_unknown_user_is_told() {
    assertRefused("nobody", Kind.DENIED, "Unknown user nobody");
  }

  @Test
  void missing_tables_are_told() {
    SourceException e =
        assertThrows(
            SourceException.class,
            () ->
                read(URI.create(server.url("demo") + "/system"), new CollectedRows(), "requests"));

    assertEquals(Kind.DENIED, e.kind(), e.getMessage());
    assertTrue(e.getMessage().contains("pypi_downloads_per_day"), e.getMessage());
  }

  private static void assertRefused(String user, Kind kind, String reason) {
    CollectedRows rows = new CollectedRows();
    SourceException e =
        assertThrows(SourceException.class, () -> read(server.url(user), rows, "requests"));
    assertTrue(e.getMessage().contains(reason), e.getMessage());
    assertEquals(kind, e.kind(), e.getMessage());
    assertEquals(0, rows.counts().size());
  }

  private static Delivery read(URI address, CollectedRows rows, String... projects)
      throws Exception {
    Set<ProjectName> names =
        Stream.of(projects)
            .map(name -> ProjectName.parse(name).orElseThrow())
            .collect(Collectors.toSet());
    return new ClickHouseSource(
            new ClickHouseClient(
                SourceUpstreams.calls(vertx, "clickhouse"),
                ClickHouseAddress.parse(address),
                CLOCK),
            ClickHouseSource.DIMENSIONS,
            CLOCK)
        .readHistory(names, EVER, Duration.ofSeconds(60), rows);
  }
}
