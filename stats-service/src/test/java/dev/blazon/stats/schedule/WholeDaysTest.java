package dev.blazon.stats.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.count.Counts;
import dev.blazon.count.Day;
import dev.blazon.count.DayRange;
import dev.blazon.count.Measure;
import dev.blazon.project.ProjectName;
import dev.blazon.stats.download.ImportSettings;
import dev.blazon.stats.download.Importer;
import dev.blazon.stats.schedule.NightlyImport.Result;
import dev.blazon.stats.source.CountRow;
import dev.blazon.stats.source.DaySource;
import dev.blazon.stats.source.Delivery;
import dev.blazon.stats.source.RowSink;
import dev.blazon.stats.source.SourceException;
import dev.blazon.stats.source.SourceException.Kind;
import dev.blazon.stats.store.ImportLock;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import dev.blazon.testing.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which days a night imports; the clock begins at 2026-11-21 00:00. */
final class WholeDaysTest {

  private static final Day DAY = Day.of(2026, 11, 20);

  @TempDir private Path folder;
  private final MutableClock clock = new MutableClock();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Days source = new Days();
  private final WholeDays days = new WholeDays(source, new ImportMetrics(registry));
  private Store store;
  private Importer importer;

  @BeforeEach
  void open() {
    store = Store.open(new StoreLocation.Sqlite(folder));
    importer = new Importer(store, ImportSettings.defaults(folder), clock);
    clock.advance(Duration.ofHours(2));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void the_newest_days_are_imported_and_again_in_the_next_night() throws Exception {
    assertEquals(Result.IMPORTED, night(DAY));
    assertEquals(List.of(DAY, DAY.minus(1), DAY.minus(2)), source.take());
    assertEquals(Result.UP_TO_DATE, night(DAY));
    assertEquals(List.of(), source.take());
    clock.advance(Duration.ofDays(1));
    assertEquals(Result.IMPORTED, night(DAY.plus(1)));
    assertEquals(List.of(DAY.plus(1), DAY, DAY.minus(1)), source.take());
    assertEquals(6, count("imported"));
    assertEquals(1, registry.get("blazon.stats.import.rows").gauge().value());
    assertEquals(0, registry.get("blazon.stats.import.rejects").gauge().value());
  }

  @Test
  void gaps_are_filled_after_the_newest_day() throws Exception {
    night(DAY.minus(9));
    source.take();
    assertEquals(Result.IMPORTED, night(DAY));
    List<Day> asked = source.take();
    assertEquals(List.of(DAY, DAY.minus(1), DAY.minus(2), DAY.minus(3)), asked.subList(0, 4));
    assertEquals(9, asked.size());
    assertEquals(List.of(), store.ledger().missingDays());
  }

  @Test
  void a_gap_that_the_source_cannot_fill_does_not_hold_up_the_newest_day() throws Exception {
    night(DAY.minus(9));
    source.fail(DAY.minus(5), Kind.NO_SUCH_DAY);
    assertEquals(Result.IMPORTED, night(DAY));
    assertEquals(List.of(DAY.minus(5)), store.ledger().missingDays());
    assertEquals(1, count("no_such_day"));
  }

  @Test
  void a_year_of_missing_days_is_not_asked_for_in_one_night() throws Exception {
    night(DAY.minus(365));
    source.take();
    night(DAY);
    assertEquals(31, source.take().size());
  }

  @Test
  void a_newest_day_that_is_not_there_yet_is_waited_for_and_the_others_are_not_read_twice()
      throws Exception {
    source.fail(DAY, Kind.NO_SUCH_DAY);
    assertEquals(Result.NOT_YET, night(DAY));
    assertEquals(List.of(DAY, DAY.minus(1), DAY.minus(2)), source.take());
    source.failures.clear();
    assertEquals(Result.IMPORTED, night(DAY));
    assertEquals(List.of(DAY), source.take());
  }

  @Test
  void a_source_that_is_down_ends_the_attempt() throws Exception {
    source.fail(DAY, Kind.UNAVAILABLE);
    assertEquals(Result.FAILED, night(DAY));
    assertEquals(List.of(DAY), source.take());
    assertEquals(1, count("failed"));
    assertTrue(store.ledger().entries().isEmpty());
  }

  @Test
  void another_importer_at_work_is_no_failure() throws Exception {
    ImportLock other = store.lockForImport().orElseThrow();
    assertEquals(Result.BUSY, night(DAY));
    assertEquals(1, count("busy"));
    other.close();
    assertEquals(Result.IMPORTED, night(DAY));
  }

  @Test
  void a_day_that_an_operator_imported_from_a_file_stays() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("day.csv"), "date,project,version,downloads\n" + DAY + ",six,1.0,7\n");
    importer.importFiles(List.of(file));
    night(DAY);
    assertEquals(List.of(DAY.minus(1), DAY.minus(2)), source.take());
    assertEquals(7, store.ledger().entry(DAY).orElseThrow().sum().all());
  }

  @Test
  void days_of_listed_projects_are_their_own_and_no_days_of_all() throws Exception {
    source.fail(DAY.minus(2), Kind.NO_SUCH_DAY);
    DayRange week = new DayRange(DAY.minus(6), DAY);
    ProjectName six = ProjectName.parse("six").orElseThrow();
    importer.importHistory(new ListedDays(source), Set.of(six), week, Duration.ofSeconds(10));
    assertTrue(store.ledger().entries().isEmpty());
    assertEquals(60, store.project("six").orElseThrow().summary().totalAll());
    assertEquals(2, store.project("six").orElseThrow().summary().own().size());
  }

  private Result night(Day newest) throws Exception {
    Instant since =
        newest.plus(1).date().atStartOfDay(ZoneOffset.UTC).toInstant().plus(Duration.ofHours(1));
    return days.run(store, importer, newest, since);
  }

  private double count(String outcome) {
    return registry.get("blazon.stats.imports").tag("outcome", outcome).counter().count();
  }

  /** Ten downloads of one project a day. */
  private static final class Days implements DaySource {

    private final List<Day> asked = new ArrayList<>();
    private final Map<Day, Kind> failures = new HashMap<>();

    void fail(Day day, Kind kind) {
      failures.put(day, kind);
    }

    List<Day> take() {
      List<Day> taken = List.copyOf(asked);
      asked.clear();
      return taken;
    }

    @Override
    public String name() {
      return "bigquery";
    }

    @Override
    public Delivery readDay(Day day, Duration within, RowSink rows) throws SourceException {
      asked.add(day);
      if (failures.containsKey(day)) {
        throw new SourceException(failures.get(day), "no " + day);
      }
      rows.count(CountRow.ofVersion(day, "six", "1.0", new Counts(10, 5)));
      return new Delivery(
          DayRange.of(day), EnumSet.allOf(Measure.class), Set.of(), Optional.empty());
    }
  }
}
