package dev.blazon.bench.stats;

import dev.blazon.bench.Child;
import dev.blazon.bench.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Processes that import into a store and read from it, each on one core. */
final class StoreProcess {

  /** A day of all of PyPI takes seconds; a machine that needs more than this is not measured. */
  private static final Duration PATIENCE_PER_DAY = Duration.ofMinutes(5);

  private static final Duration PATIENCE = Duration.ofMinutes(30);

  /** The flags of {@code ./blazon stats}. */
  private static final List<String> IMPORTING = List.of("-Xmx192m", "-Xmn24m");

  private static final List<String> READING = List.of("-Xmx256m");
  private static final List<String> CHECKING = List.of("-Xmx2g");
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MICRO = 1e3;

  /**
   * An import of a day.
   *
   * @param cpu seconds of the processor; the rest is the disk's, or other processes'
   * @param bytes of the store afterwards
   * @param written bytes that were written to disk
   * @param peak the most resident memory since the process began
   */
  record Import(long rows, double seconds, double cpu, long bytes, long written, long peak) {}

  /** Latencies in microseconds. */
  record Reads(double p50, double p99, double seriesP50, double seriesP99) {}

  private final Place place;
  private final String store;
  private final Path work;

  /**
   * Creates it.
   *
   * @param store an address as {@code BLAZON_STATS_DATABASE} has it
   * @param work for temporary files
   */
  StoreProcess(Place place, String store, Path work) {
    this.place = place;
    this.store = store;
    this.work = work;
  }

  static List<String> pinned(List<String> command) {
    return pinned(1, command);
  }

  private static List<String> pinned(int core, List<String> command) {
    List<String> pinned = new ArrayList<>(List.of("taskset", "-c", Integer.toString(core)));
    pinned.addAll(command);
    return pinned;
  }

  private List<String> java(int core, List<String> heap, Class<?> program, List<String> arguments) {
    List<String> all = new ArrayList<>(heap);
    all.addAll(List.of("-XX:+UseSerialGC", program.getName(), store));
    all.addAll(arguments);
    return pinned(core, place.java(all.toArray(String[]::new)));
  }

  private List<String> importing(int core, List<Path> files) {
    List<String> arguments = new ArrayList<>(List.of(work.toString()));
    files.forEach(file -> arguments.add(file.toString()));
    return java(core, IMPORTING, ImportProgram.class, arguments);
  }

  /** Imports files, one after another, in one process. */
  List<Import> add(List<Path> files) throws IOException, InterruptedException {
    Duration patience = PATIENCE_PER_DAY.multipliedBy(files.size());
    return Child.output(place, importing(1, files), patience)
        .lines()
        .map(StoreProcess::parse)
        .toList();
  }

  /** A process that imports files as they come. */
  Importing importing() throws IOException {
    Process process =
        new ProcessBuilder(importing(1, List.of(Path.of(ImportProgram.SENT))))
            .directory(place.root().toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new Importing(process);
  }

  /** Imports files, one after another, in one process, between which others may be measured. */
  static final class Importing implements AutoCloseable {

    private final Process process;
    private final BufferedReader results;
    private final Writer files;

    private Importing(Process process) {
      this.process = process;
      this.results = process.inputReader(StandardCharsets.UTF_8);
      this.files = process.outputWriter(StandardCharsets.UTF_8);
    }

    Import add(Path file) throws IOException {
      files.write(file + "\n");
      files.flush();
      String line = results.readLine();
      if (line == null) {
        throw new IOException("the import of " + file + " ended early");
      }
      return parse(line);
    }

    @Override
    public void close() throws IOException {
      files.close();
      try {
        process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        process.destroyForcibly();
      }
    }
  }

  /** Closes all months; gives the seconds that it took. */
  double closeMonths() throws IOException, InterruptedException {
    List<String> command = java(1, IMPORTING, CloseProgram.class, List.of());
    return Long.parseLong(Child.output(place, command, PATIENCE).strip()) / NANOS_PER_SECOND;
  }

  private static Import parse(String line) {
    long[] numbers = Arrays.stream(line.split(" ", -1)).mapToLong(Long::parseLong).toArray();
    return new Import(
        numbers[0],
        numbers[1] / NANOS_PER_SECOND,
        numbers[2] / NANOS_PER_SECOND,
        numbers[3],
        numbers[4],
        numbers[5]);
  }

  /**
   * Imports a file, and kills the process after a time.
   *
   * @return whether it was killed before it ended
   */
  boolean kill(Path file, double seconds) throws IOException, InterruptedException {
    Process importer = start(importing(1, List.of(file)));
    try {
      return !importer.waitFor((long) (seconds * 1000), TimeUnit.MILLISECONDS);
    } finally {
      importer.destroyForcibly().waitFor();
    }
  }

  private Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .directory(place.root().toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Reads numbers at random, and series of the largest project. */
  Reads read(int projects, int reads) throws IOException, InterruptedException {
    List<String> arguments = List.of(Integer.toString(projects), Integer.toString(reads));
    List<double[]> lines =
        Child.output(place, java(1, READING, ReadProgram.class, arguments), PATIENCE)
            .lines()
            .map(
                line ->
                    Arrays.stream(line.split(" ", -1))
                        .mapToDouble(nanos -> Long.parseLong(nanos) / NANOS_PER_MICRO)
                        .toArray())
            .toList();
    return new Reads(lines.get(0)[0], lines.get(0)[1], lines.get(1)[0], lines.get(1)[1]);
  }

  /** Reads while another process, on the other core, imports a file again and again. */
  Reads readWhileImporting(int projects, int reads, Path file)
      throws IOException, InterruptedException {
    Process importer = start(importing(0, List.of(file, file, file, file, file)));
    try {
      return read(projects, reads);
    } finally {
      importer.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      importer.destroyForcibly().waitFor();
    }
  }

  /**
   * Compares all answers with the plain table.
   *
   * @param everyProject windows are compared for one of so many projects; the rest for all
   * @return a sentence about what was compared
   * @throws IOException if any number differs
   */
  String compare(Path plain, int everyProject) throws IOException, InterruptedException {
    List<String> arguments = List.of(plain.toString(), Integer.toString(everyProject));
    return Child.output(place, java(1, CHECKING, CheckProgram.class, arguments), PATIENCE).strip();
  }
}
