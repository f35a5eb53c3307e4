package dev.blazon.stats.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.count.Day;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import dev.blazon.stats.testing.PostgresServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands as processes that get SIGINT, as by Ctrl-C: the database is as before, or complete. */
@Tag("processes")
final class InterruptedCommandTest {

  private static final Day DAY = TestRows.FIRST;
  private static final String HEAD = "date,project,version,downloads,without_mirrors\n";

  /** So many that an import takes long enough to be interrupted. */
  private static final int PROJECTS = 8_000;

  private static final int POINTS = 6;

  @TempDir private Path folder;
  private Path large;

  @BeforeEach
  void write() throws IOException {
    StringBuilder csv = new StringBuilder(HEAD);
    for (int project = 0; project < PROJECTS; project++) {
      csv.append(DAY).append(",project-").append(project).append(",1.0,2,1\n");
    }
    large = Files.writeString(folder.resolve("large.csv"), csv);
  }

  @Test
  void an_import_that_reads_ends_at_once_and_leaves_nothing() throws Exception {
    String database = "sqlite:" + folder.resolve("store");
    new TestRows(folder, 1).importDays(database, 1);
    String before = StoredBytes.of(database);
    Path pipe = folder.resolve("pipe.csv");
    run("mkfifo", pipe.toString());
    Process process = CommandProcess.start(database, Map.of(), "import", pipe.toString());
    OutputStream rows = Files.newOutputStream(pipe); // Opens when the import does.
    rows.write(HEAD.getBytes(StandardCharsets.US_ASCII));
    interrupt(process);
    writeWhileRead(rows);
    assertEquals(ExitCode.INTERRUPTED, CommandProcess.end(process));
    assertEquals(
        "blazon stats: interrupted; what was reported as done is kept, nothing else",
        error(process));
    assertEquals(before, StoredBytes.of(database));
    assertNoTemporaryFiles(folder.resolve("store"));
  }

  @Test
  void an_import_into_sqlite_is_undone_or_complete() throws Exception {
    interruptImports("sqlite:" + folder.resolve("store"));
    assertNoTemporaryFiles(folder.resolve("store"));
  }

  @Test
  void an_import_into_postgresql_is_undone_or_complete() throws Exception {
    try (PostgresServer server = PostgresServer.start()) {
      interruptImports(server.newDatabase());
    }
  }

  /** A command notices its interruption when it gets on. */
  private static void writeWhileRead(OutputStream rows) {
    byte[] row = (DAY + ",requests,1.0,5,5\n").getBytes(StandardCharsets.US_ASCII);
    try (rows) {
      while (true) {
        rows.write(row);
      }
    } catch (IOException e) {
      assertTrue(e.getMessage().contains("Broken pipe"), e.getMessage());
    }
  }

  /** Interrupts the same import at several points of its time. */
  private void interruptImports(String database) throws Exception {
    new TestRows(folder, 1).importDays(database, 1);
    String before = StoredBytes.of(database);
    long nanos = System.nanoTime();
    assertEquals(
        ExitCode.FINE,
        CommandProcess.end(CommandProcess.start(database, Map.of(), "import", large.toString())));
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    String after = StoredBytes.of(database);
    int interrupted = 0;
    for (int point = 1; point <= POINTS; point++) {
      CommandRun.of(database, "import", new TestRows(folder, 1).day(DAY).toString()).fine();
      Process process = CommandProcess.start(database, Map.of(), "import", large.toString());
      if (!process.waitFor(millis * point / POINTS, TimeUnit.MILLISECONDS)) {
        interrupt(process);
      }
      int code = CommandProcess.end(process);
      interrupted += code == ExitCode.INTERRUPTED ? 1 : 0;
      assertTrue(
          code == ExitCode.INTERRUPTED || code == ExitCode.FINE, code + ": " + error(process));
      long sum = sum(database);
      assertTrue(sum == 2L * PROJECTS || code == ExitCode.INTERRUPTED, "the import was reported");
      CommandRun.of(database, "verify").fine();
    }
    assertTrue(interrupted > 1, interrupted + " imports were interrupted before they ended");
    CommandRun.of(database, "import", large.toString()).fine();
    assertEquals(downloads(after), downloads(StoredBytes.of(database)));
    assertTrue(!before.equals(after), "the import changes something");
  }

  private static long sum(String database) {
    try (Store store = Store.open(StoreLocation.parse(database))) {
      return store.ledger().entry(DAY).orElseThrow().sum().all();
    }
  }

  /** The lines of the ledger. */
  private static List<String> downloads(String stored) {
    return stored.lines().filter(line -> line.contains(" downloads ")).toList();
  }

  private static void interrupt(Process process) throws Exception {
    int status = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertTrue(status == 0 || process.waitFor(10, TimeUnit.SECONDS), "it has ended before");
  }

  private static String error(Process process) throws IOException {
    return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  private static void run(String... command) throws Exception {
    assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
  }

  private static void assertNoTemporaryFiles(Path store) throws IOException {
    try (Stream<Path> files = Files.list(store)) {
      assertEquals(
          List.of(),
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.startsWith("rows-"))
              .toList());
    }
  }
}
