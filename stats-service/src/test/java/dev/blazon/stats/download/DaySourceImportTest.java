package dev.blazon.stats.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.LedgerEntry;
import dev.blazon.count.Measure;
import dev.blazon.count.Window;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.query.DownloadQueries;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DaySourceImportTest {

  private static final Duration TIME = Duration.ofSeconds(10);
  private static final Day FIRST = Day.of(2026, 9, 20);
  private static final DayRange DAYS = new DayRange(FIRST, FIRST.plus(39));
  private static final ProjectName PROJECT = ProjectName.parse("requests").orElseThrow();

  @TempDir private Path folder;
  private final StubDays source = new StubDays();
  private Store store;
  private Importer importer;

  @BeforeEach
  void open() {
    store = Store.open(new StoreLocation.Sqlite(folder.resolve("store")));
    importer = new Importer(store, ImportSettings.defaults(folder), Clock.systemUTC());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_day_comes_with_its_source() throws Exception {
    LedgerEntry entry = importer.importDay(source, FIRST, TIME).orElseThrow().entry();
    assertEquals("stub", entry.source());
    assertEquals(10, entry.sum().all());
    assertEquals(1, entry.rows());
    assertEquals(4, total(Measure.WITHOUT_MIRRORS));
  }

  @Test
  void a_source_that_ends_early_leaves_nothing() throws Exception {
    source.failOn(FIRST);
    SourceException failure =
        assertThrows(SourceException.class, () -> importer.importDay(source, FIRST, TIME));
    assertEquals(SourceException.Kind.UNAVAILABLE, failure.kind());
    assertEquals(List.of(), store.ledger().entries());
  }

  @Test
  void the_day_before_instead_of_the_day_is_refused() {
    source.send(day -> day.minus(1));
    SourceException failure =
        assertThrows(SourceException.class, () -> importer.importDay(source, FIRST, TIME));
    assertEquals(SourceException.Kind.MALFORMED, failure.kind());
    assertEquals(List.of(), store.ledger().entries());
  }

  @Test
  void a_backfill_that_failed_goes_on_with_the_month_that_it_lacks() throws Exception {
    source.failOn(Day.of(2026, 10, 15));
    assertThrows(SourceException.class, () -> importer.backfill(source, DAYS, TIME));
    assertEquals(11, store.ledger().entries().size());
    source.recover();
    source.asked().clear();
    assertEquals(29, importer.backfill(source, DAYS, TIME).orElseThrow().size());
    assertEquals(Day.of(2026, 10, 1), source.asked().get(0));
    assertEquals(400, total(Measure.ALL));
  }

  private long total(Measure measure) {
    return new DownloadQueries(store).total(PROJECT, Window.ALL, measure).orElseThrow().downloads();
  }
}
