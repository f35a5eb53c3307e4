package dev.blazon.bench.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.bench.Place;
import dev.blazon.bench.stats.SyntheticPypi.Form;
import dev.blazon.stats.download.ImportSettings;
import dev.blazon.stats.download.Importer;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sizes of stores, and what is sent over HTTP; the sizes are read by {@code sqlite3}. */
@Tag("processes")
@Timeout(120)
final class StoreSizeTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final int DAYS = 5;

  private final SyntheticPypi pypi = new SyntheticPypi(600);

  @TempDir private Path folder;

  @Test
  void closed_months_take_less_and_everything_else_the_same() throws Exception {
    Path store = folder.resolve("store");
    importInto(store);
    Place place = new Place(folder);
    StoreSize open = StoreSize.of(place, store);
    CloseProgram.main(new String[] {"sqlite:" + store});
    StoreSize closed = StoreSize.of(place, store);
    assertTrue(closed.months() < open.months(), open + ", closed " + closed);
    assertEquals(open.used() - open.months(), closed.used() - closed.months());
  }

  private void importInto(Path store) throws Exception {
    try (Store opened = Store.open(new StoreLocation.Sqlite(store))) {
      Importer importer = new Importer(opened, ImportSettings.defaults(folder), Clock.systemUTC());
      for (int day = 0; day < DAYS; day++) {
        Path file = write(FIRST.plusDays(day));
        assertTrue(importer.importFiles(List.of(file)).isPresent());
      }
    }
  }

  private Path write(LocalDate day) throws IOException {
    Path file = folder.resolve(day + ".csv.gz");
    pypi.writeDay(day, 0, Form.WITH_BREAKDOWNS, file);
    return file;
  }

  @Test
  void days_of_half_a_year_are_open_up_to_a_week_after_the_month() {
    StoreSize open = new StoreSize(1000, 800);
    StoreSize closed = new StoreSize(600, 400);
    assertEquals(200 + 80 * StoreSize.OPEN_DAYS + 40 * (180 - 38), open.of(180, 10, closed));
  }

  @Test
  void names_are_those_of_projects_that_a_day_has() throws Exception {
    Path names = folder.resolve("names");
    CountsOverHttp.writeNames(write(FIRST), names);
    List<String> read = Files.readAllLines(names);
    assertTrue(read.size() > 100, read.size() + " names");
    assertEquals(read.stream().sorted().distinct().toList(), read);
  }

  @Test
  void a_large_project_has_days_of_its_own() throws Exception {
    int project = pypi.largest(200);
    assertTrue(pypi.versions(project) > 10 && pypi.versions(project) <= 200);
    Path file = folder.resolve("large.csv.gz");
    pypi.writeDays(FIRST, DAYS, project, file);
    Path store = folder.resolve("large");
    try (Store opened = Store.open(new StoreLocation.Sqlite(store))) {
      Importer importer = new Importer(opened, ImportSettings.defaults(folder), Clock.systemUTC());
      assertEquals(DAYS, importer.importFiles(List.of(file)).orElseThrow().size());
      assertTrue(opened.project(pypi.name(project)).isPresent());
    }
  }
}
