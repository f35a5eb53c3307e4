package dev.blazon.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Runs all benchmarks in turn, writes {@code bench/RESULTS.md} and prints it. */
final class Run {

  private static final Set<String> PARTS = Set.of("paint", "http", "urls");

  private interface Part {
    void run() throws IOException, InterruptedException;
  }

  private final Results results;

  private Run(Results results) {
    this.results = results;
  }

  /** Arguments: the project's folder, then the options of {@code bench/run --help}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> options = List.of(arguments).subList(1, arguments.length);
    Set<String> parts = new TreeSet<>(options);
    boolean quick = parts.remove("--quick");
    if (!PARTS.containsAll(parts)) {
      System.err.println("bench: parts are " + new TreeSet<>(PARTS) + ", not " + parts);
      System.exit(2);
    }
    Place place = new Place(Path.of(arguments[0]).toAbsolutePath().normalize());
    Results results = new Results("# Benchmarks", head(place, quick, options));
    new Run(results).run(place, quick ? Pace.QUICK : Pace.FULL, parts.isEmpty() ? PARTS : parts);

    System.out.println(results.markdown());
    // A partial or quick run must not replace reliable numbers.
    ResultsFile file =
        quick || !parts.isEmpty() ? ResultsFile.rough(place) : ResultsFile.lasting(place);
    file.replaceAllBut(
        List.of(ResultsFile.CHARTS, ResultsFile.STACK, ResultsFile.STATS, ResultsFile.USAGE),
        results.markdown());
    System.err.println("bench: written to " + file.path());
    System.exit(results.complete() ? 0 : 1);
  }

  private void run(Place place, Pace pace, Set<String> parts) throws InterruptedException {
    if (parts.contains("paint")) {
      part("painting", () -> new PaintBench(place, pace, results).run());
    }
    if (parts.contains("http")) {
      part("HTTP", () -> new HttpBench(place, pace, results).run());
    }
    if (parts.contains("urls")) {
      part("the space of URLs", () -> new UrlSpace(place, pace, results).run());
    }
  }

  private void part(String name, Part part) throws InterruptedException {
    System.err.println("bench: " + name);
    try {
      part.run();
    } catch (IOException | RuntimeException e) {
      e.printStackTrace();
      results.failure(name, e);
    }
  }

  private static String head(Place place, boolean quick, List<String> options)
      throws IOException, InterruptedException {
    return String.format(
        """
        Measured on %s by `./blazon bench%s` on one machine, in one run:
        %s, Node %s.
        What is measured runs alone on one core, what makes the load (and stands for PyPI) on another; load average
        before the start %s.%s
        """,
        LocalDate.now(java.time.ZoneOffset.UTC),
        options.isEmpty() ? "" : " " + String.join(" ", options),
        Machine.describe(),
        Machine.node(place),
        Machine.load(),
        quick ? "\n\n**A quick look: too short for numbers that count.**" : "");
  }
}
