package dev.blazon.stats.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteClosedMonthsTest extends ClosedMonthsOnADatabase {

  @TempDir private Path stores;
  private int made;

  @Override
  StoreLocation location() {
    return new StoreLocation.Sqlite(stores.resolve("store-" + made++));
  }
}
