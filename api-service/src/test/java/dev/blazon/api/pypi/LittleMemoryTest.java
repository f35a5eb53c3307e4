package dev.blazon.api.pypi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.corpus.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents that are read at once must not fill the heap, however large they are, because a service
 * that runs out of memory ends. The test reads them in a process with less than half of the usual
 * heap.
 */
@Tag("processes")
class LittleMemoryTest {

  private static final String HEAP = "-Xmx64m";

  /** Readers; the document; how many releases it has. */
  static Stream<Arguments> documents() {
    String largest = Corpus.file("pypi-json/botocore.json").toString();
    return Stream.of(
        Arguments.of(50, "2", "x 5001"),
        Arguments.of(20, "40", "x 5001"),
        Arguments.of(50, largest, "botocore 1648"));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void many_large_documents_are_read_at_once_in_little_memory(
      int readers, String document, String project, @TempDir Path folder) throws Exception {
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ManyReaders.class.getName(),
                Integer.toString(readers),
                document)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      boolean ended = process.waitFor(300, TimeUnit.SECONDS);
      assertEquals(true, ended, "still running");
      assertEquals(List.of(project), distinctLines(output));
      assertEquals(0, process.exitValue());
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<String> distinctLines(Path output) throws IOException {
    return Files.readAllLines(output).stream().distinct().toList();
  }
}
