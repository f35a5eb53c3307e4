package dev.blazon.stats.download;

import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A process that imports one file, to be killed: says when it begins and how long it took. */
final class ImportChild {

  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[1]);
    try (Store store = Store.open(StoreLocation.parse(arguments[0]))) {
      Importer importer =
          new Importer(store, ImportSettings.defaults(file.getParent()), Clock.systemUTC());
      System.out.println("importing");
      long start = System.nanoTime();
      boolean done = importer.importFiles(List.of(file)).isPresent();
      System.out.println(done ? (System.nanoTime() - start) / 1_000_000 : "busy");
    }
  }

  private ImportChild() {}
}
