package dev.blazon.stats.demand;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Measure;
import dev.blazon.count.Total;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.download.ImportSettings;
import dev.blazon.stats.download.Importer;
import dev.blazon.stats.query.DownloadQueries;
import dev.blazon.stats.source.clickhouse.ClickHouseAddress;
import dev.blazon.stats.source.clickhouse.ClickHouseClient;
import dev.blazon.stats.source.clickhouse.ClickHouseSource;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import dev.blazon.stats.testing.ClickPyStandIn;
import dev.blazon.stats.testing.Download;
import dev.blazon.stats.testing.SourceUpstreams;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A project that nobody asked for before: from ClickHouse's rows to a badge's numbers. */
@Timeout(60)
class FirstReaderTest {

  private static final Day FIRST = Day.of(2026, 3, 1);
  private static final Day LAST = Day.of(2026, 9, 24);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-09-25T09:00:00Z"), ZoneOffset.UTC);
  private static final ProjectName PROJECT = ProjectName.parse("vcs-versioning").orElseThrow();

  private final CountDownLatch allHaveAsked = new CountDownLatch(1);

  @TempDir private Path folder;

  @Test
  void a_thousand_first_readers_cost_one_query_and_see_right_numbers() throws Exception {
    Vertx vertx = Vertx.vertx();
    StoreLocation location = new StoreLocation.Sqlite(folder.resolve("store"));
    try (ClickPyStandIn clickpy =
            ClickPyStandIn.start(vertx).loaded(FIRST, LAST).add(Download.vcsVersioning());
        Store store = Store.open(location);
        HistoryFetches fetches = fetches(vertx, clickpy, store)) {
      // Readers after the fetch find the history in the store, so all must ask before it begins.
      List<Future<Arrival>> readers = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        readers.add(fetches.fetch(PROJECT, Duration.ofSeconds(20)));
      }
      allHaveAsked.countDown();
      for (Future<Arrival> reader : readers) {
        assertEquals(Arrival.COMPLETE, reader.await(30, TimeUnit.SECONDS));
      }
      assertEquals(1, clickpy.queries(ClickPyStandIn.VERSIONS).size());
      assertNumbers(store);
    }
    vertx.close().await(10, TimeUnit.SECONDS);
    try (Store again = Store.open(location)) {
      assertNumbers(again); // ClickHouse is gone.
    }
  }

  private static void assertNumbers(Store store) {
    DownloadQueries queries = new DownloadQueries(store);
    List<Download> rows = Download.vcsVersioning();
    long all = rows.stream().mapToLong(Download::count).sum();
    long newest =
        rows.stream().filter(row -> row.day().equals(LAST)).mapToLong(Download::count).sum();
    Total day = queries.total(PROJECT, Window.DAY, Measure.ALL).orElseThrow();
    assertEquals(newest, day.downloads());
    assertEquals(DayRange.of(LAST), day.basis().days());
    assertEquals(List.of("clickhouse"), day.basis().sources());
    assertEquals(
        all,
        queries.total(PROJECT, Window.MONTH, Measure.WITHOUT_MIRRORS).orElseThrow().downloads());
    assertEquals(all, queries.total(PROJECT, Window.ALL, Measure.ALL).orElseThrow().downloads());
  }

  private HistoryFetches fetches(Vertx vertx, ClickPyStandIn clickpy, Store store) {
    ClickHouseClient client =
        new ClickHouseClient(
            SourceUpstreams.calls(vertx, "clickhouse"),
            ClickHouseAddress.parse(clickpy.url()),
            CLOCK);
    ClickHouseSource source = new ClickHouseSource(client, ClickHouseSource.DIMENSIONS, CLOCK);
    Importer importer = new Importer(store, ImportSettings.defaults(folder), CLOCK);
    DayRange ever = new DayRange(Day.of(2016, 1, 1), Day.at(CLOCK.instant()));
    return new HistoryFetches(
        vertx,
        source.name(),
        new HistoryFetches.Limits(1, source.projectsAtOnce(), 100),
        projects -> {
          allHaveAsked.await();
          try {
            importer.importHistory(source, projects, ever, Duration.ofSeconds(30));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        CLOCK);
  }
}
