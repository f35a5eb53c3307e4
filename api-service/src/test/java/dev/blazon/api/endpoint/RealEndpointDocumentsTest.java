package dev.blazon.api.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.blazon.upstream.InvalidDocumentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;

/** Real documents that live beside the project, when they do. */
@EnabledIf("areThere")
class RealEndpointDocumentsTest {

  private static final Path DATA = Path.of("../../shared/data/endpoint-json");

  static boolean areThere() {
    return Files.isDirectory(DATA);
  }

  @TestFactory
  Stream<DynamicTest> are_read() throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(DATA)) {
      files = list.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    assertFalse(files.isEmpty());
    return files.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      byte[] bytes = Files.readAllBytes(file);
                      EndpointDocument document = read(bytes, bytes.length);
                      assertFalse(document.message().isEmpty());
                      assertEquals(document, read(bytes, 7));
                    }));
  }

  private static EndpointDocument read(byte[] bytes, int step) throws InvalidDocumentException {
    EndpointReader reader = new EndpointReader();
    for (int at = 0; at < bytes.length; at += Math.min(step, bytes.length - at)) {
      reader.feed(bytes, at, Math.min(step, bytes.length - at));
    }
    return reader.finish();
  }
}
