package dev.blazon.stats.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.stats.store.ImportLock;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImportCommandTest {

  private static final String HEAD = "date,project,version,downloads,without_mirrors\n";

  @TempDir private Path folder;
  private String database;

  @BeforeEach
  void name() {
    database = "sqlite:" + folder.resolve("store");
  }

  @Test
  void a_day_is_reported_with_its_sums_and_rejects() throws IOException {
    Path file = write("day.csv", HEAD + "2026-10-05,requests,2.0,10,4\n2026-10-05,-bad-,1,7,7\n");
    assertEquals(
        List.of(
            "2026-10-05: 10 downloads (4 without mirrors), 1 rows, 1 rejects, complete, from file,"
                + " new"),
        run(file).fine().lines());
  }

  @Test
  void a_day_that_comes_again_is_replaced() throws IOException {
    run(write("one.csv", HEAD + "2026-10-05,requests,2.0,10,4\n")).fine();
    String again = run(write("two.csv", HEAD + "2026-10-05,requests,2.0,7,7\n")).fine().out();
    assertTrue(again.contains("2026-10-05: 7 downloads"), again);
    assertTrue(again.contains("replaced"), again);
  }

  @Test
  void a_day_without_mirrors_does_not_claim_to_know_them() throws IOException {
    Path file = write("day.csv", "date,project,version,downloads\n2026-10-05,requests,2.0,10\n");
    assertEquals(
        List.of("2026-10-05: 10 downloads, 1 rows, 0 rejects, complete, from file, new"),
        run(file).fine().lines());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "date,project,version;2026-10-05,a,1 | :1: the column downloads is missing in the first line",
        "date,project,version,downloads;2026-10-05,a,1,x | :2: downloads is no count: 'x'",
        "date,project,version,downloads;2026-10-05,a,1,3;2026-10-05,b,1,-3 | :3: downloads is no"
            + " count: '-3'",
        "date,project,version,downloads;2026-10-05,a,1,3;yesterday,b,1,3 | :3: date is no day such"
            + " as 2026-08-24: 'yesterday'",
        "'' | :1: the file is empty",
      })
  void a_malformed_file_is_refused_with_line_and_reason(String lines, String reason)
      throws IOException {
    Path good = write("good.csv", HEAD + "2026-10-04,requests,2.0,10,4\n");
    Path bad = write("bad.csv", lines.replace(';', '\n'));
    CommandRun run = run(good, bad);
    assertEquals("blazon stats: " + bad + reason, run.err().strip());
    assertEquals(ExitCode.BAD_INPUT, run.code());
    assertEquals("", run.out());
    assertKeptNothing();
  }

  @Test
  void a_cut_gzip_file_is_refused() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write((HEAD + "2026-10-05,requests,2.0,10,4\n").getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = packed.toByteArray();
    Path file = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(bytes, bytes.length - 9));
    CommandRun run = run(file);
    assertTrue(run.err().contains("cut.csv.gz:"), run.err());
    assertTrue(run.err().contains("its gzip stream does not end"), run.err());
    assertEquals(ExitCode.BAD_INPUT, run.code());
    assertKeptNothing();
  }

  @Test
  void a_file_that_does_not_exist_is_named() {
    CommandRun run = run(folder.resolve("none.csv"));
    assertEquals(
        "blazon stats: " + folder.resolve("none.csv") + ": there is no such file",
        run.err().strip());
    assertEquals(ExitCode.BAD_INPUT, run.code());
  }

  @Test
  void nothing_is_imported_while_another_import_runs() throws IOException {
    Path file = write("day.csv", HEAD + "2026-10-05,requests,2.0,10,4\n");
    try (Store store = Store.open(StoreLocation.parse(database))) {
      ImportLock lock = store.lockForImport().orElseThrow();
      CommandRun run = run(file);
      lock.close();
      assertEquals("blazon stats: another import is running; try again later", run.err().strip());
      assertEquals(ExitCode.BUSY, run.code());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql://user:secret@/x, a host or a database is missing",
    "mysql:secret, neither sqlite:DIR nor postgresql://"
  })
  void a_wrong_database_is_refused_without_its_password(String wrong, String reason) {
    CommandRun run = CommandRun.of(wrong, "status");
    assertEquals(ExitCode.BAD_INPUT, run.code());
    assertTrue(run.err().contains("BLAZON_STATS_DATABASE"), run.err());
    assertTrue(run.err().contains(reason), run.err());
    assertTrue(!run.err().contains("user:secret"), run.err());
  }

  private void assertKeptNothing() {
    try (Store store = Store.open(StoreLocation.parse(database))) {
      assertEquals(List.of(), store.ledger().entries());
    }
  }

  private CommandRun run(Path... files) {
    String[] arguments = new String[files.length + 1];
    arguments[0] = "import";
    for (int i = 0; i < files.length; i++) {
      arguments[i + 1] = files[i].toString();
    }
    return CommandRun.of(database, arguments);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
