package dev.blazon.stats.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.Measure;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.query.DownloadQueries;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Imports by a process whose files may not grow beyond a few megabytes: the system refuses to write
 * more, as it does when a disk is full.
 */
@Tag("processes")
@Timeout(120)
final class DiskFullTest {

  private static final Day DAY = Day.of(2026, 10, 5);
  private static final int PROJECTS = 20_000;

  /** The driver's library, which is written, too, takes 2 MB. */
  private static final int FILE_KILOBYTES = 4096;

  private static final int LARGE_SORTER = 32 << 20;

  /** A sorter as large as the files may get, and half as much more. */
  private static final int SMALL_SORTER = FILE_KILOBYTES * 1024 * 3 / 2;

  private static final String LONG_VERSION = "1.0+" + "x".repeat(110);

  @TempDir private Path folder;
  private Path store;
  private Path large;

  @BeforeEach
  void importOldDay() throws Exception {
    store = folder.resolve("store");
    try (Store opened = Store.open(new StoreLocation.Sqlite(store))) {
      Importer importer = new Importer(opened, ImportSettings.defaults(folder), Clock.systemUTC());
      assertTrue(importer.importFiles(List.of(DayFile.write(folder, DAY, 100, 2, 1))).isPresent());
    }
    large = DayFile.write(folder, DAY, PROJECTS, 4, LONG_VERSION, 2);
  }

  @Test
  void a_database_that_cannot_grow_keeps_the_old_day() throws Exception {
    String line = importWithLimit(LARGE_SORTER);
    assertTrue(line.startsWith(ImportChild.FAILED), line);
    assertTrue(line.contains("full") || line.contains("disk I/O error"), line);
    assertOldDay();
  }

  @Test
  void a_sorter_that_cannot_write_keeps_the_old_day_and_says_where() throws Exception {
    String line = importWithLimit(SMALL_SORTER);
    assertTrue(line.startsWith(ImportChild.FAILED + "rows cannot be sorted in " + folder), line);
    assertOldDay();
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(), files.filter(file -> file.toString().endsWith(".sorted")).toList());
    }
  }

  private String importWithLimit(int sortBytes) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("bash", "-c", "ulimit -f " + FILE_KILOBYTES + " && exec \"$@\"", "import"));
    command.addAll(ImportChild.command("sqlite:" + store, large, sortBytes));
    return ImportChild.lastLine(command);
  }

  private void assertOldDay() throws Exception {
    try (Store opened = Store.open(new StoreLocation.Sqlite(store))) {
      assertTrue(opened.findDamage().isEmpty());
      assertEquals(new Counts(200, 200), opened.ledger().entry(DAY).orElseThrow().sum());
      DownloadQueries queries = new DownloadQueries(opened);
      ProjectName name = ProjectName.parse("project-99").orElseThrow();
      assertEquals(2, queries.total(name, Window.ALL, Measure.ALL).orElseThrow().downloads());
      assertTrue(opened.project("project-100").isEmpty());
      // And it can go on when there is room.
      Importer importer = new Importer(opened, ImportSettings.defaults(folder), Clock.systemUTC());
      assertTrue(importer.importFiles(List.of(DayFile.write(folder, DAY, 100, 2, 3))).isPresent());
      assertEquals(6, queries.total(name, Window.ALL, Measure.ALL).orElseThrow().downloads());
    }
  }
}
