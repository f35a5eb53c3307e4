package dev.blazon.stats.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.DayState;
import dev.blazon.count.LedgerEntry;
import dev.blazon.count.Measure;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.query.DownloadQueries;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreException;
import dev.blazon.stats.store.StoreLocation;
import dev.blazon.stats.testing.HeldLock;
import dev.blazon.stats.testing.PostgresServer;
import dev.blazon.testing.Eventually;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A PostgreSQL server that is killed, crashes or freezes while the store is in use. */
@Tag("processes")
@Timeout(120)
final class PostgresOutageTest {

  private static final Day DAY = Day.of(2026, 10, 5);
  private static final ProjectName PROJECT = ProjectName.parse("requests").orElseThrow();

  /** So long may a writer wait for an answer here; an operator would allow more. */
  private static final String IMPATIENT = "?socketTimeout=2";

  /** More than the pool has connections, so that some wait for one. */
  private static final int READERS = 30;

  /** Two seconds that a read may take, and some more: this machine has other work, too. */
  private static final Duration BOUND = Duration.ofSeconds(5);

  private enum Outage {
    KILLED,
    CRASHED,
    FROZEN;

    void begin(PostgresServer of) {
      switch (this) {
        case KILLED -> of.kill();
        case CRASHED -> of.crash();
        case FROZEN -> of.freeze();
      }
    }

    void end(PostgresServer of) {
      switch (this) {
        case KILLED, CRASHED -> of.restart();
        case FROZEN -> of.thaw();
      }
    }
  }

  private final Vertx vertx = Vertx.vertx();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private static PostgresServer server;

  @TempDir private Path folder;
  private Optional<Outage> present = Optional.empty();
  private String location;
  private Store store;
  private Importer importer;

  @BeforeAll
  static void start() {
    server = PostgresServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void open() throws Exception {
    location = server.newDatabase() + IMPATIENT;
    store = Store.open(StoreLocation.parse(location));
    importer = new Importer(store, ImportSettings.defaults(folder), Clock.systemUTC());
    importCount(1);
  }

  @AfterEach
  void close() throws Exception {
    end();
    store.close();
    threads.shutdownNow();
    assertTrue(threads.awaitTermination(30, TimeUnit.SECONDS));
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @EnumSource(Outage.class)
  void reads_fail_soon_and_succeed_when_the_server_is_back(Outage outage) throws Exception {
    assertEquals(1, total());
    begin(outage);
    List<Future<Duration>> readers = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      readers.add(threads.submit(this::timeOfFailure));
    }
    for (Future<Duration> reader : readers) {
      Duration took = reader.get(60, TimeUnit.SECONDS);
      assertTrue(took.compareTo(BOUND) < 0, "a read failed after " + took);
    }
    end();
    awaitReads();
    assertEquals(1, total());
  }

  @ParameterizedTest
  @EnumSource(Outage.class)
  void a_store_is_not_opened_without_its_server(Outage outage) throws Exception {
    begin(outage);
    StoreException failure =
        assertThrows(StoreException.class, () -> Store.open(StoreLocation.parse(location)));
    assertTrue(failure.getMessage().startsWith("the database at postgresql://127"));
    end();
    Store.open(StoreLocation.parse(location)).close();
  }

  private void begin(Outage outage) {
    present = Optional.of(outage);
    outage.begin(server);
  }

  private void end() {
    present.ifPresent(outage -> outage.end(server));
    present = Optional.empty();
  }

  private Duration timeOfFailure() {
    long start = System.nanoTime();
    assertThrows(StoreException.class, () -> store.project("requests"));
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @ParameterizedTest
  @EnumSource(Outage.class)
  void an_import_whose_source_is_sending_leaves_the_old_day(Outage outage) throws Exception {
    StubDays source = new StubDays();
    source.whileSending(() -> begin(outage));
    Future<?> importing =
        threads.submit(() -> importer.importDay(source, DAY, Duration.ofSeconds(60)));
    assertFails(importing);
    assertOldDay();
  }

  @ParameterizedTest
  @EnumSource(Outage.class)
  void an_import_that_reads_all_projects_leaves_the_old_day(Outage outage) throws Exception {
    assertOldDayAfterStopAt("project_version", "ACCESS EXCLUSIVE", outage);
  }

  @ParameterizedTest
  @EnumSource(Outage.class)
  void an_import_that_swaps_its_tables_leaves_the_old_day(Outage outage) throws Exception {
    assertOldDayAfterStopAt("project", "ACCESS SHARE", outage);
  }

  private void assertOldDayAfterStopAt(String table, String mode, Outage outage) throws Exception {
    HeldLock lock = HeldLock.take(location, table, mode);
    Future<?> importing = threads.submit(() -> importCount(2));
    Eventually.eventually(vertx, lock::isWaitedFor);
    begin(outage);
    assertFails(importing);
    assertOldDay();
    lock.close();
    importCount(3);
    assertEquals(3, total());
  }

  private static void assertFails(Future<?> importing) {
    ExecutionException failure =
        assertThrows(ExecutionException.class, () -> importing.get(60, TimeUnit.SECONDS));
    assertEquals(StoreException.class, failure.getCause().getClass(), failure::toString);
  }

  private void assertOldDay() throws Exception {
    end();
    awaitReads();
    assertEquals(1, total());
    LedgerEntry entry = store.ledger().entry(DAY).orElseThrow();
    assertEquals(new Counts(1, 1), entry.sum());
    assertEquals(DayState.COMPLETE, entry.state());
  }

  @Test
  void readers_go_on_while_an_import_waits_for_a_backup() throws Exception {
    Future<?> importing;
    try (HeldLock backup = HeldLock.take(location, "project", "ACCESS SHARE")) {
      importing = threads.submit(() -> importCount(2));
      Eventually.eventually(vertx, backup::isWaitedFor);
      for (int i = 0; i < READERS; i++) {
        assertTrue(store.project("requests").isPresent());
      }
    }
    importing.get(60, TimeUnit.SECONDS);
    assertEquals(2, total());
  }

  private void awaitReads() throws Exception {
    Eventually.eventually(
        vertx,
        60,
        () -> {
          try {
            return store.project("requests").isPresent();
          } catch (StoreException e) {
            return false;
          }
        });
  }

  /** Replaces the day; gives nothing. */
  private Void importCount(int downloads) throws Exception {
    Path file = Files.createTempFile(folder, "rows", ".csv");
    Files.writeString(
        file,
        "date,project,version,downloads,without_mirrors\n"
            + String.join(",", DAY.toString(), "requests,1.0", "" + downloads, downloads + "\n"));
    assertTrue(importer.importFiles(List.of(file)).isPresent());
    return null;
  }

  private long total() {
    return new DownloadQueries(store)
        .total(PROJECT, Window.ALL, Measure.ALL)
        .orElseThrow()
        .downloads();
  }
}
