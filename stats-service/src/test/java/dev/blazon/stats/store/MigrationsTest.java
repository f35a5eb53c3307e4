package dev.blazon.stats.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.count.Measure;
import dev.blazon.count.RankingList;
import dev.blazon.stats.testing.PostgresServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("processes")
final class MigrationsTest {

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
