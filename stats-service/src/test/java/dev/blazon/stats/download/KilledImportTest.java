package dev.blazon.stats.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.Measure;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.query.DownloadQueries;
import dev.blazon.stats.store.ImportLock;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import dev.blazon.stats.testing.PostgresServer;
import dev.blazon.testing.Eventually;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Imports that are killed by SIGKILL at twenty points of their time. Each replaces the same day by
 * other numbers; afterwards the store has the old day or the new, in every project.
 */
@Tag("processes")
final class KilledImportTest {

  private static final int POINTS = 20;
  private static final Day BEFORE = Day.of(2026, 10, 4);
  private static final Day DAY = Day.of(2026, 10, 5);
  private static final int PROJECTS = 2000;
  private static final int VERSIONS = 3;
  private static final long MIN_MILLIS = 100;

  private final Vertx vertx = Vertx.vertx();

  @TempDir private Path folder;
  private Path before;
  private Path odd;
  private Path even;

  @BeforeEach
  void write() throws IOException {
    before = write("before.csv", BEFORE, 5);
    odd = write("odd.csv", DAY, 1);
    even = write("even.csv", DAY, 2);
  }

  private Path write(String name, Day day, int each) throws IOException {
    StringBuilder csv = new StringBuilder("date,project,version,downloads,without_mirrors\n");
    for (int project = 0; project < PROJECTS; project++) {
      for (int version = 0; version < VERSIONS; version++) {
        csv.append(day).append(",project-").append(project).append(",1.").append(version);
        csv.append(',').append(each).append(',').append(each).append('\n');
      }
    }
    return Files.writeString(folder.resolve(name), csv);
  }

  @AfterEach
  void closeVertx() {
    vertx.close().await();
  }

  @Test
  void leave_the_old_day_or_the_new_in_sqlite() throws Exception {
    kill("sqlite:" + folder.resolve("store"));
  }

  @Test
  void leave_the_old_day_or_the_new_in_postgresql() throws Exception {
    try (PostgresServer server = PostgresServer.start()) {
      kill(server.newDatabase());
    }
  }

  private void kill(String location) throws Exception {
    importAll(location, before, odd);
    long millis = importInChild(location, even);
    int each = 2;
    int killed = 0;
    for (int point = 0; point < POINTS; point++) {
      Path next = each == 2 ? odd : even;
      killed += killAt(location, next, millis * point / POINTS) ? 1 : 0;
      each = check(location, each, each == 2 ? 1 : 2);
    }
    // The first import, whose time is the measure, is slower than the others on a busy machine.
    assertTrue(killed >= POINTS / 4, killed + " imports were killed before they ended");
    importAll(location, odd);
    assertEquals(1, check(location, 1, 1));
  }

  private void importAll(String location, Path... files) throws Exception {
    try (Store store = Store.open(StoreLocation.parse(location))) {
      Importer importer = new Importer(store, ImportSettings.defaults(folder), Clock.systemUTC());
      for (Path file : files) {
        assertTrue(importer.importFiles(List.of(file)).isPresent());
      }
    }
  }

  private static Process child(String location, Path file) throws IOException {
    return ImportChild.start(ImportChild.command(location, file));
  }

  private static long importInChild(String location, Path file) throws Exception {
    Process process = child(location, file);
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      awaitBegin(output);
      return Math.max(
          MIN_MILLIS, Long.parseLong(output.readLine().substring(ImportChild.RESULT.length())));
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** Whether the import had not ended by itself. */
  private static boolean killAt(String location, Path file, long millis) throws Exception {
    Process process = child(location, file);
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      awaitBegin(output);
      boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      return !ended;
    }
  }

  private static void awaitBegin(BufferedReader output) throws IOException {
    String line = output.readLine();
    while (line != null && !line.equals("importing")) {
      line = output.readLine();
    }
    assertEquals("importing", line);
  }

  /** A server notices a little later that its client was killed, and may still be committing. */
  private void awaitEndOfImport(String location) throws Exception {
    try (Store store = Store.open(StoreLocation.parse(location))) {
      Eventually.eventually(
          vertx,
          () -> {
            Optional<ImportLock> lock = store.lockForImport();
            lock.ifPresent(ImportLock::close);
            return lock.isPresent();
          });
    }
  }

  /** Tells which of two numbers every version has on the day; fails if it is neither, or mixed. */
  private int check(String location, int old, int replacement) throws Exception {
    awaitEndOfImport(location);
    try (Store store = Store.open(StoreLocation.parse(location))) {
      DownloadQueries queries = new DownloadQueries(store);
      Counts sum = store.ledger().entry(DAY).orElseThrow().sum();
      int each = (int) (sum.all() / PROJECTS / VERSIONS);
      assertTrue(each == old || each == replacement, "each version has " + each);
      for (int project = 0; project < PROJECTS; project++) {
        ProjectName name = ProjectName.parse("project-" + project).orElseThrow();
        assertEquals(
            (long) each * VERSIONS,
            queries.total(name, Window.DAY, Measure.ALL).orElseThrow().downloads());
        assertEquals(
            (long) (each + 5) * VERSIONS,
            queries.total(name, Window.ALL, Measure.ALL).orElseThrow().downloads());
      }
      return each;
    }
  }
}
