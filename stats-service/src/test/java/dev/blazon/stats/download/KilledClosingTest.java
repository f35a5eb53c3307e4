package dev.blazon.stats.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.count.Day;
import dev.blazon.stats.store.ImportLock;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import dev.blazon.stats.store.StoreSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * An import that closes a month is killed by SIGKILL at some points of its time: no count is lost,
 * and the next import goes on.
 */
@Tag("processes")
@Timeout(300)
final class KilledClosingTest {

  private static final int POINTS = 8;
  private static final int PROJECTS = 6000;
  private static final Day FIRST = Day.of(2026, 9, 28);

  /** The last day on which September is open. */
  private static final int OPEN_DAYS = 10;

  @TempDir private Path folder;

  @Test
  void the_month_is_whole_at_any_point_and_closed_by_the_next_import() throws Exception {
    Path open = folder.resolve("open");
    for (int day = 0; day < OPEN_DAYS; day++) {
      add(open, DayFile.write(folder, FIRST.plus(day), PROJECTS, 2, 1 + day % 3));
    }
    Path closing = DayFile.write(folder, FIRST.plus(OPEN_DAYS), PROJECTS, 2, 7);
    Path whole = copy(open, "whole");
    long start = System.nanoTime();
    String result = ImportChild.lastLine(ImportChild.command("sqlite:" + whole, closing));
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    assertTrue(result.matches(ImportChild.RESULT + "\\d+"), result);
    Map<String, String> expected = rows(whole);
    int killed = 0;
    for (int point = 1; point <= POINTS; point++) {
      Path store = copy(open, "killed-" + point);
      Process child = ImportChild.start(ImportChild.command("sqlite:" + store, closing));
      killed += child.waitFor(millis * point / POINTS, TimeUnit.MILLISECONDS) ? 0 : 1;
      child.destroyForcibly().waitFor();
      assertNoDifference(store);
      add(store, closing);
      assertEquals(expected, rows(store), "killed at point " + point);
    }
    assertTrue(killed > 0, "no import was killed before it ended");
  }

  private void add(Path store, Path file) throws Exception {
    try (Store open = Store.open(new StoreLocation.Sqlite(store))) {
      Importer importer = new Importer(open, ImportSettings.defaults(folder), Clock.systemUTC());
      assertTrue(importer.importFiles(List.of(file)).isPresent());
    }
  }

  private Path copy(Path store, String name) throws IOException {
    Path copied = Files.createDirectory(folder.resolve(name));
    Files.copy(store.resolve("downloads.db"), copied.resolve("downloads.db"));
    return copied;
  }

  private static Map<String, String> rows(Path location) throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Store store = Store.open(new StoreLocation.Sqlite(location));
        ImportLock lock = store.lockForImport().orElseThrow();
        StoreSnapshot snapshot = lock.snapshot()) {
      snapshot.months(
          (month, project, days) ->
              found.put(month + " " + project, HexFormat.of().formatHex(days)));
    }
    return found;
  }

  private static void assertNoDifference(Path location) throws IOException {
    List<String> differences = new ArrayList<>();
    try (Store store = Store.open(new StoreLocation.Sqlite(location));
        ImportLock lock = store.lockForImport().orElseThrow();
        StoreSnapshot snapshot = lock.snapshot()) {
      Verification.run(snapshot, () -> {}, differences::add);
      assertTrue(store.findDamage().isEmpty());
    }
    assertEquals(List.of(), differences);
  }
}
