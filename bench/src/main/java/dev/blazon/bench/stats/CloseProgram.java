package dev.blazon.bench.stats;

import dev.blazon.count.Day;
import dev.blazon.count.Month;
import dev.blazon.stats.store.ImportLock;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;

/**
 * Closes all months of a store, as an import does a week after their end, and prints how many
 * nanoseconds that took. Argument: the store.
 */
final class CloseProgram {

  public static void main(String[] arguments) {
    try (Store store = Store.open(StoreLocation.parse(arguments[0]));
        ImportLock lock = store.lockForImport().orElseThrow()) {
      Month after = store.ledger().newestWholeDay().map(Day::month).map(Month::next).orElseThrow();
      long start = System.nanoTime();
      boolean isMore = true;
      while (isMore) {
        isMore = lock.closeNext(after);
      }
      System.out.println(System.nanoTime() - start);
      store.afterImports();
    }
  }

  private CloseProgram() {}
}
