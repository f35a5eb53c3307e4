package dev.blazon.bench.stats;

import dev.blazon.stats.download.ImportSettings;
import dev.blazon.stats.download.ImportedDay;
import dev.blazon.stats.download.Importer;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * Imports files, one after another, and prints a line for each: rows, nanoseconds, bytes of the
 * store, peak of resident memory in bytes. Arguments: the store, a folder for temporary files, the
 * files.
 */
final class ImportProgram {

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    try (Store store = Store.open(StoreLocation.parse(arguments[0]))) {
      Importer importer = new Importer(store, ImportSettings.defaults(folder), Clock.systemUTC());
      for (String file : List.of(arguments).subList(2, arguments.length)) {
        long start = System.nanoTime();
        List<ImportedDay> days = importer.importFiles(List.of(Path.of(file))).orElseThrow();
        long nanos = System.nanoTime() - start;
        System.out.printf(
            "%d %d %d %d%n", days.get(0).entry().rows(), nanos, store.bytes(), peakBytes());
      }
    }
  }

  private static long peakBytes() throws Exception {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
        .findFirst()
        .orElseThrow();
  }

  private ImportProgram() {}
}
