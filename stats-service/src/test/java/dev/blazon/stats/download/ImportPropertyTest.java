package dev.blazon.stats.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.stats.count.Counts;
import dev.blazon.stats.count.Day;
import dev.blazon.stats.count.DayRange;
import dev.blazon.stats.count.LedgerEntry;
import dev.blazon.stats.packed.CountReader;
import dev.blazon.stats.packed.MonthReader;
import dev.blazon.stats.packed.VersionList;
import dev.blazon.stats.query.DaySums;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import dev.blazon.stats.store.StoredMonth;
import dev.blazon.stats.store.StoredProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random days, imported in any order and again, beside plain rows. */
final class ImportPropertyTest {

  private static final Day FIRST = Day.of(2026, 5, 20);
  private static final int DAYS = 80;
  private static final DayRange ALL_DAYS = new DayRange(FIRST, FIRST.plus(DAYS));
  private static final int SMALL_SORTER = 16 * 1024;

  @Property(tries = 25)
  void any_order_of_imports_gives_the_counts_of_plain_rows(@ForAll long seed) throws Exception {
    Path folder = Files.createTempDirectory("blazon-import");
    try (Store store = Store.open(new StoreLocation.Sqlite(folder.resolve("store")))) {
      check(store, folder, new Random(seed));
    } finally {
      RandomDays.remove(folder);
    }
  }

  private static void check(Store store, Path folder, Random random) throws Exception {
    Importer importer =
        new Importer(store, new ImportSettings(folder, 10_000, SMALL_SORTER), Clock.systemUTC());
    Oracle oracle = new Oracle();
    RandomDays days = new RandomDays(random, FIRST, DAYS);
    int imports = 1 + random.nextInt(12);
    for (int i = 0; i < imports; i++) {
      List<PlainRow> rows = days.rows();
      assertTrue(importer.importFiles(List.of(days.write(folder, rows))).isPresent());
      oracle.importDays(rows);
    }
    assertEquals(oracle.days(), store.ledger().entries().stream().map(LedgerEntry::day).toList());
    for (LedgerEntry entry : store.ledger().entries()) {
      assertEquals(oracle.sum(entry.day()), entry.sum());
    }
    for (String project : oracle.projects()) {
      assertEquals(oracle.versions(project), versions(store, project), project);
      StoredProject stored = store.project(project).orElseThrow();
      assertEquals(
          oracle.total(project),
          new Counts(stored.summary().totalAll(), stored.summary().totalWithoutMirrors()));
      assertEquals(
          oracle.versions(project).keySet().iterator().next().epochDay(),
          stored.summary().firstDay());
      DaySums sums = new DaySums(store::months);
      for (int back = 0; back < DAYS; back += 7) {
        DayRange window =
            new DayRange(ALL_DAYS.last().minus(back + 20), ALL_DAYS.last().minus(back));
        assertEquals(
            oracle.total(project, window.days()),
            sums.sum(stored.id(), stored.summary(), window),
            project + " " + window);
      }
    }
  }

  private static Map<Day, Map<String, Counts>> versions(Store store, String name)
      throws IOException {
    StoredProject project = store.project(name).orElseThrow();
    VersionList list = new VersionList();
    byte[] packed = store.versions(project.id());
    if (packed.length > 0) {
      list.reset(packed);
    }
    Map<Day, Map<String, Counts>> found = new TreeMap<>();
    MonthReader reader = new MonthReader();
    for (StoredMonth month : store.months(project.id(), ALL_DAYS.months())) {
      reader.reset(month.days());
      while (reader.next()) {
        Map<String, Counts> day = new TreeMap<>();
        if (reader.restAll() > 0) {
          day.put("", new Counts(reader.restAll(), reader.restWithoutMirrors()));
        }
        CountReader counts = reader.versions();
        while (counts.next()) {
          day.put(list.get(counts.number()), new Counts(counts.all(), counts.withoutMirrors()));
        }
        found.put(month.month().first().plus(reader.day()), day);
      }
    }
    return found;
  }
}
