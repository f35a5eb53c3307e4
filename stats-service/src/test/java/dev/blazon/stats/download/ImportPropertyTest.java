package dev.blazon.stats.download;

import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class ImportPropertyTest {

  /** A check of a new store. */
  private interface Check {
    void run(Store store, Path folder, Random random) throws Exception;
  }

  @Property(tries = 25)
  void any_order_of_imports_gives_the_counts_of_plain_rows(@ForAll long seed) throws Exception {
    check(seed, ImportOracleCheck::run);
  }

  @Property(tries = 15)
  void days_that_lie_years_apart_give_the_counts_of_plain_rows(@ForAll long seed) throws Exception {
    check(seed, ImportOracleCheck::runWithGaps);
  }

  private static void check(long seed, Check check) throws Exception {
    Path folder = Files.createTempDirectory("blazon-import");
    try (Store store = Store.open(new StoreLocation.Sqlite(folder.resolve("store")))) {
      check.run(store, folder, new Random(seed));
    } finally {
      RandomDays.remove(folder);
    }
  }
}
