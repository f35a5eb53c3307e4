package dev.blazon.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Micrometer holds the object that a meter reads only weakly. If nobody else holds it, it is
 * collected, and the meter reports 0 or NaN from then on, so that an alert can never fire. This
 * test reads the sources of every module: each gauge must say {@code strongReference(true)}, and a
 * meter that cannot say so must read a class, which is never collected.
 */
class StrongMetersTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Pattern GAUGE =
      Pattern.compile("\\b(?:Time)?Gauge\\s*\\.builder\\(.*?\\.register\\(", Pattern.DOTALL);

  /** They have no strongReference; the second argument is the object. */
  private static final Pattern FUNCTION =
      Pattern.compile("\\bFunction(?:Counter|Timer)\\s*\\.builder\\([^,]*,\\s*([\\w.]+)");

  private static final Pattern SHORT =
      Pattern.compile("\\.(?:gauge|gaugeCollectionSize|gaugeMapSize|more)\\(\\s*[^)\\s]");

  private static List<String> weakMeters(String source) {
    return Stream.of(
            matches(GAUGE, source).filter(gauge -> !gauge.contains(".strongReference(true)")),
            FUNCTION
                .matcher(source)
                .results()
                .filter(meter -> !meter.group(1).endsWith(".class"))
                .map(MatchResult::group),
            matches(SHORT, source).filter(call -> source.contains("MeterRegistry")))
        .flatMap(all -> all)
        .toList();
  }

  private static Stream<String> matches(Pattern pattern, String source) {
    return pattern.matcher(source).results().map(MatchResult::group);
  }

  @Test
  void no_meter_of_any_module_reads_an_object_that_may_be_collected() throws IOException {
    List<Path> sources = sources();
    List<String> weak =
        sources.stream()
            .flatMap(file -> weakMeters(read(file)).stream().map(meter -> file + ": " + meter))
            .toList();

    assertEquals(List.of(), weak);
    long withGauges =
        sources.stream().filter(file -> read(file).contains("Gauge.builder(")).count();
    assertTrue(withGauges > 5, withGauges + " files with gauges were found");
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules
          .map(module -> module.resolve("src/main/java"))
          .filter(Files::isDirectory)
          .flatMap(StrongMetersTest::javaFiles)
          .toList();
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Gauge.builder(NAME, size, Set::size).register(r);                          | 1",
        "Gauge.builder(NAME, size, Set::size).strongReference(true).register(r);    | 0",
        "TimeGauge.builder(NAME, age, SECONDS, Age::now).register(r);               | 1",
        "FunctionCounter.builder(NAME, errors, Errors::count).register(r);          | 1",
        "FunctionCounter.builder(NAME, Errors.class, c -> Errors.sum()).register(r);| 0",
        "MeterRegistry r; r.gauge(NAME, size, Set::size);                           | 1",
        "MeterRegistry r; r.gaugeCollectionSize(NAME, tags, all);                   | 1",
        "MeterRegistry r; r.find(NAME).gauge() != null                              | 0",
      })
  void the_mistake_is_found(String source, int found) {
    assertEquals(found, weakMeters(source).size());
  }
}
