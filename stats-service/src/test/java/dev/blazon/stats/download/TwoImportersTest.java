package dev.blazon.stats.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several processes that import into one store. */
@Tag("processes")
@Timeout(180)
final class TwoImportersTest {

  private static final Day DAY = Day.of(2026, 10, 5);
  private static final int PROJECTS = 3000;

  @TempDir private Path folder;

  @Test
  void have_their_turns_in_sqlite() throws Exception {
    check("sqlite:" + folder.resolve("store"));
  }

  @Test
  void have_their_turns_in_postgresql() throws Exception {
    try (PostgresServer server = PostgresServer.start()) {
      check(server.newDatabase());
    }
  }

  private void check(String location) throws Exception {
    Path small = DayFile.write(folder, DAY, 10, 1, 7);
    try (Store store = Store.open(StoreLocation.parse(location))) {
      ImportLock lock = store.lockForImport().orElseThrow();
      assertEquals(ImportChild.BUSY, ImportChild.lastLine(ImportChild.command(location, small)));
      // Trying in vain must not give up what another thread of this process has.
      assertEquals(Optional.empty(), store.lockForImport());
      try (Store again = Store.open(StoreLocation.parse(location))) {
        assertEquals(Optional.empty(), again.lockForImport());
      }
      assertEquals(ImportChild.BUSY, ImportChild.lastLine(ImportChild.command(location, small)));
      lock.close();
    }
    race(location);
  }

  private void race(String location) throws Exception {
    Path odd = DayFile.write(folder, DAY, PROJECTS, 3, 1);
    Path even = DayFile.write(folder, DAY, PROJECTS, 3, 2);
    Process first = ImportChild.start(ImportChild.command(location, odd));
    Process second = ImportChild.start(ImportChild.command(location, even));
    List<String> lines = List.of(ImportChild.lastLine(first), ImportChild.lastLine(second));
    lines.forEach(line -> assertFalse(line.startsWith(ImportChild.FAILED), line));
    assertTrue(lines.stream().anyMatch(line -> !line.equals(ImportChild.BUSY)), lines::toString);
    try (Store store = Store.open(StoreLocation.parse(location))) {
      Counts sum = store.ledger().entry(DAY).orElseThrow().sum();
      long each = sum.all() / PROJECTS;
      assertTrue(each == 3 || each == 6, sum::toString);
      DownloadQueries queries = new DownloadQueries(store);
      for (int project = 0; project < PROJECTS; project++) {
        ProjectName name = ProjectName.parse("project-" + project).orElseThrow();
        assertEquals(each, queries.total(name, Window.ALL, Measure.ALL).orElseThrow().downloads());
      }
    }
  }
}
