package dev.blazon.stats.download;

import dev.blazon.stats.store.Store;
import dev.blazon.stats.store.StoreException;
import dev.blazon.stats.store.StoreLocation;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that imports one file: says when it begins, and then how many milliseconds it took,
 * that another importer was at work, or why it failed. Arguments: the store, the file, the bytes in
 * which rows are sorted.
 */
final class ImportChild {

  /** Begins lines that are no log. */
  static final String RESULT = "import: ";

  static final String BUSY = RESULT + "busy";
  static final String FAILED = RESULT + "failed: ";

  private static final int SORT_BYTES = 8 << 20;

  public static void main(String[] arguments) {
    Path file = Path.of(arguments[1]);
    try (Store store = Store.open(StoreLocation.parse(arguments[0]))) {
      ImportSettings settings =
          new ImportSettings(
              file.getParent(),
              ImportSettings.DEFAULT_VERSION_DAYS,
              Integer.parseInt(arguments[2]));
      Importer importer = new Importer(store, settings, Clock.systemUTC());
      System.out.println("importing");
      long start = System.nanoTime();
      boolean done = importer.importFiles(List.of(file)).isPresent();
      System.out.println(done ? RESULT + (System.nanoTime() - start) / 1_000_000 : BUSY);
    } catch (IOException | MalformedFileException | StoreException e) {
      System.out.println(FAILED + e.getMessage());
    }
  }

  /** The command that starts it. */
  static List<String> command(String location, Path file) {
    return command(location, file, SORT_BYTES);
  }

  static List<String> command(String location, Path file, int sortBytes) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        ImportChild.class.getName(),
        location,
        file.toString(),
        Integer.toString(sortBytes));
  }

  /** Runs a command that starts it, to its end; gives its result. */
  static String lastLine(List<String> command) throws IOException, InterruptedException {
    return lastLine(start(command));
  }

  static Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  static String lastLine(Process process) throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      output.lines().filter(line -> line.startsWith(RESULT)).forEach(lines::add);
    } finally {
      process.destroyForcibly().waitFor();
    }
    return lines.isEmpty() ? "nothing" : lines.get(lines.size() - 1);
  }

  private ImportChild() {}
}
