package dev.blazon.stats.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that may not write the database: because of the file, or of the whole folder. */
@Tag("processes")
@Timeout(120)
final class ReadOnlyStoreTest {

  private static final Day DAY = Day.of(2026, 10, 5);

  /** Root may write everything, unless it gives this right up. */
  private static final List<String> WITHOUT_RIGHTS =
      List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search");

  @TempDir private Path folder;
  private Path store;
  private Path rows;

  @BeforeEach
  void importOldDay() throws Exception {
    store = folder.resolve("store");
    rows = DayFile.write(folder, DAY, 10, 2, 3);
    try (Store opened = open()) {
      Importer importer = new Importer(opened, ImportSettings.defaults(folder), Clock.systemUTC());
      assertTrue(importer.importFiles(List.of(DayFile.write(folder, DAY, 10, 2, 1))).isPresent());
    }
  }

  private Store open() {
    return Store.open(new StoreLocation.Sqlite(store));
  }

  @AfterEach
  void allow() throws Exception {
    permit("rwxr-xr-x", "rw-r--r--");
  }

  @Test
  void a_file_that_may_not_be_written_fails_the_import() throws Exception {
    permit("rwxr-xr-x", "r--r--r--");
    assertImportFails();
  }

  @Test
  void a_folder_that_may_not_be_written_fails_the_import() throws Exception {
    permit("r-xr-xr-x", "r--r--r--");
    assertImportFails();
  }

  private void assertImportFails() throws Exception {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(WITHOUT_RIGHTS);
    }
    command.addAll(ImportChild.command("sqlite:" + store, rows));
    String line = ImportChild.lastLine(command);
    assertTrue(line.startsWith(ImportChild.FAILED), line);
    assertTrue(line.contains("readonly") || line.contains(store.toString()), line);
    allow();
    try (Store opened = open()) {
      assertEquals(new Counts(20, 20), opened.ledger().entry(DAY).orElseThrow().sum());
      assertTrue(opened.findDamage().isEmpty());
    }
  }

  private void permit(String ofFolder, String ofFiles) throws Exception {
    try (Stream<Path> files = Files.list(store)) {
      for (Path file : files.toList()) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(ofFiles));
      }
    }
    Files.setPosixFilePermissions(store, PosixFilePermissions.fromString(ofFolder));
  }
}
