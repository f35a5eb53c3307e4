package dev.blazon.stats.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.count.Day;
import dev.blazon.count.Measure;
import dev.blazon.count.Month;
import dev.blazon.count.RankingList;
import dev.blazon.stats.packed.MonthWriter;
import dev.blazon.stats.packed.RowChecksum;
import dev.blazon.stats.packed.Summary;
import dev.blazon.stats.testing.PostgresServer;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("processes")
final class MigrationsTest {

  private static final Month MONTH = Day.of(2026, 10, 1).month();
  private static final int PROJECT = 7;

  @TempDir private Path folder;

  @Test
  void every_older_form_of_sqlite_becomes_the_newest() throws Exception {
    for (int form = 0; form <= Migrations.NEWEST; form++) {
      check(new StoreLocation.Sqlite(folder.resolve("form" + form)), form);
    }
  }

  @Test
  void every_older_form_of_postgresql_becomes_the_newest() throws Exception {
    try (PostgresServer server = PostgresServer.start()) {
      for (int form = 0; form <= Migrations.NEWEST; form++) {
        check(StoreLocation.parse(server.newDatabase()), form);
      }
    }
  }

  private static void check(StoreLocation location, int form) throws SQLException {
    if (form > 0) {
      migrate(location, form);
    }
    try (Store store = Store.open(location)) {
      assertEquals(2, store.ledger().breaks().size());
      assertEquals(List.of(), store.ranking(RankingList.DAY, Measure.ALL, 10));
    }
    try (Store again = Store.open(location)) {
      assertTrue(again.findDamage().isEmpty());
    }
  }

  @Test
  void days_that_an_older_release_wrote_are_closed_and_say_the_same() throws Exception {
    for (int form = 1; form <= Migrations.NEWEST; form++) {
      checkDays(new StoreLocation.Sqlite(folder.resolve("days" + form)), form);
    }
    try (PostgresServer server = PostgresServer.start()) {
      for (int form = 1; form <= Migrations.NEWEST; form++) {
        checkDays(StoreLocation.parse(server.newDatabase()), form);
      }
    }
  }

  private static void checkDays(StoreLocation location, int form) throws SQLException {
    byte[] open = days();
    try (Engine engine = Store.engine(location)) {
      Migrations.run(engine, form);
      Session writer = engine.beginWriting();
      engine.prepareMonth(writer, MONTH);
      long key = Keys.of(MONTH, PROJECT);
      RowChecksum.mix(open, key);
      PreparedStatement add =
          writer.statement("INSERT INTO project_month (key, days) VALUES (?, ?)");
      add.setLong(1, key);
      add.setBytes(2, open);
      add.executeUpdate();
      writer.end(true);
    }
    try (Store store = Store.open(location);
        ImportLock lock = store.lockForImport().orElseThrow()) {
      assertArrayEquals(days(), stored(store));
      while (lock.closeNext(MONTH.next())) {
        // A step at a time.
      }
      byte[] closed = stored(store);
      assertTrue(closed.length < days().length);
      assertEquals(
          OpenForm.of(PackedTable.MONTHS, days()), OpenForm.of(PackedTable.MONTHS, closed));
    }
  }

  private static byte[] stored(Store store) {
    return store.months(new StoredProject(PROJECT, new Summary()), List.of(MONTH)).get(0).days();
  }

  private static byte[] days() {
    MonthWriter writer = new MonthWriter();
    writer.begin();
    for (int day = 0; day < 31; day++) {
      writer.beginDay();
      writer.version(day % 3, 2, 1);
      writer.version(4, 1 + day, 0);
      writer.endDay(day, day % 2, 0);
    }
    return writer.toBytes();
  }

  private static void migrate(StoreLocation location, int form) throws SQLException {
    try (Engine engine = Store.engine(location)) {
      Migrations.run(engine, form);
    }
  }

  @Test
  void a_database_of_a_newer_release_is_refused() throws Exception {
    StoreLocation location = new StoreLocation.Sqlite(folder.resolve("newer"));
    Store.open(location).close();
    try (Engine engine = Store.engine(location)) {
      Session writer = engine.beginWriting();
      writer.statement("UPDATE store_form SET form = 99").executeUpdate();
      writer.end(true);
    }
    StoreException failure = assertThrows(StoreException.class, () -> Store.open(location));
    assertEquals(
        "the database has form 99, written by a newer release; this release knows forms up to "
            + Migrations.NEWEST,
        failure.getMessage());
  }
}
