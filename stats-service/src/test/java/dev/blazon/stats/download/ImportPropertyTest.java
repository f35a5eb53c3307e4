package dev.blazon.stats.download;

import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class ImportPropertyTest {

  @Property(tries = 25)
  void any_order_of_imports_gives_the_counts_of_plain_rows(@ForAll long seed) throws Exception {
    Path folder = Files.createTempDirectory("blazon-import");
    try (Store store = Store.open(new StoreLocation.Sqlite(folder.resolve("store")))) {
      ImportOracleCheck.run(store, folder, new Random(seed));
    } finally {
      RandomDays.remove(folder);
    }
  }
}
