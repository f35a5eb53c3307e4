package dev.blazon.stats.download;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.stats.store.ImportLock;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import dev.blazon.stats.testing.PostgresServer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("processes")
final class PostgresImportTest {

  private static PostgresServer server;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    server = PostgresServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void any_order_of_imports_gives_the_counts_of_plain_rows(long seed) throws Exception {
    try (Store store = Store.open(StoreLocation.parse(server.newDatabase()))) {
      ImportOracleCheck.run(store, folder, new Random(seed));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void days_that_lie_years_apart_give_the_counts_of_plain_rows(long seed) throws Exception {
    try (Store store = Store.open(StoreLocation.parse(server.newDatabase()))) {
      ImportOracleCheck.runWithGaps(store, folder, new Random(seed));
    }
  }

  @Test
  void an_importer_may_begin_as_soon_as_the_one_before_has_ended() {
    try (Store store = Store.open(StoreLocation.parse(server.newDatabase()))) {
      for (int i = 0; i < 50; i++) {
        ImportLock lock = store.lockForImport().orElseThrow();
        assertEquals(Optional.empty(), store.lockForImport());
        lock.close();
      }
    }
  }
}
