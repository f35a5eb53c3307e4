package dev.blazon.bench.stats;

import dev.blazon.stats.download.ImportSettings;
import dev.blazon.stats.download.ImportedDay;
import dev.blazon.stats.download.Importer;
import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreLocation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Imports files, one after another, and prints a line for each: rows, nanoseconds, nanoseconds of
 * the processor, bytes of the store, bytes written to disk, peak of resident memory in bytes.
 * Arguments: the store, a folder for temporary files, the files.
 */
final class ImportProgram {

  private static final double NANOS_PER_SECOND = 1e9;

  /** In the place of a file: those whose paths come on standard input, a line each. */
  static final String SENT = "-";

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    try (Store store = Store.open(StoreLocation.parse(arguments[0]))) {
      Importer importer = new Importer(store, ImportSettings.defaults(folder), Clock.systemUTC());
      for (String file : List.of(arguments).subList(2, arguments.length)) {
        if (file.equals(SENT)) {
          BufferedReader sent =
              new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
          for (String next = sent.readLine(); next != null; next = sent.readLine()) {
            add(importer, store, next);
          }
        } else {
          add(importer, store, file);
        }
      }
    }
  }

  private static void add(Importer importer, Store store, String file) throws Exception {
    long written = number("io", "write_bytes:");
    Duration cpu = cpu();
    long start = System.nanoTime();
    List<ImportedDay> days = importer.importFiles(List.of(Path.of(file))).orElseThrow();
    long nanos = System.nanoTime() - start;
    System.out.printf(
        "%d %d %d %d %d %d%n",
        days.get(0).entry().rows(),
        nanos,
        cpu().minus(cpu).toNanos(),
        store.bytes(),
        number("io", "write_bytes:") - written,
        number("status", "VmHWM:") << 10);
    System.err.printf(
        Locale.ROOT,
        "bench: stats: %s imported in %.2f s%n",
        days.get(0).entry().day(),
        nanos / NANOS_PER_SECOND);
    System.out.flush();
  }

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** A number in a file of this process in {@code /proc}. */
  private static long number(String file, String name) throws IOException {
    return Files.readAllLines(Path.of("/proc/self", file)).stream()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  private ImportProgram() {}
}
