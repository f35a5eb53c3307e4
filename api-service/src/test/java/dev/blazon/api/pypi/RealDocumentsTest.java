package dev.blazon.api.pypi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.upstream.InvalidDocumentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;

/** Real documents that live beside the project, when they do. */
@EnabledIf("areThere")
class RealDocumentsTest {

  private static final Path DATA = Path.of("../../shared/data");

  static boolean areThere() {
    return Files.isDirectory(DATA.resolve("pypi-json"));
  }

  @TestFactory
  Stream<DynamicTest> become_projects() throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(DATA.resolve("pypi-json"))) {
      files = list.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    return files.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      Project project = read(file);
                      assertFalse(project.version().isEmpty());
                      assertTrue(project.files().stream().noneMatch(f -> f.filename().isEmpty()));
                      assertEquals(project, readInSteps(file, 1_021));
                    }));
  }

  @Test
  void real_versions_have_an_order() throws IOException {
    List<String> versions =
        new ArrayList<>(Files.readAllLines(DATA.resolve("versions-sample.txt")));
    versions.sort(VersionOrder.OLDEST_FIRST);
    for (int i = 0; i < versions.size(); i++) {
      for (int j = i; j < versions.size(); j += 17) {
        assertTrue(VersionOrder.OLDEST_FIRST.compare(versions.get(i), versions.get(j)) <= 0);
      }
    }
  }

  private static Project read(Path file) throws IOException, InvalidDocumentException {
    return readInSteps(file, Integer.MAX_VALUE);
  }

  private static Project readInSteps(Path file, int step)
      throws IOException, InvalidDocumentException {
    byte[] bytes = Files.readAllBytes(file);
    String name = file.getFileName().toString();
    ProjectReader reader = new ProjectReader(name, name.contains("@"));
    for (int at = 0; at < bytes.length; at += Math.min(step, bytes.length - at)) {
      reader.feed(bytes, at, Math.min(step, bytes.length - at));
    }
    return reader.finish();
  }
}
