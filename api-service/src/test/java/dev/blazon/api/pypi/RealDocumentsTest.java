package dev.blazon.api.pypi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.corpus.Corpus;
import dev.blazon.project.ProjectName;
import dev.blazon.upstream.InvalidDocumentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Real documents of PyPI, and real pages of many indexes. */
class RealDocumentsTest {

  /** Pages that list files of another project than they name, so that nothing can be shown. */
  private static final Set<String> STRANGE =
      Set.of(
          "dependabot-core__pypi_simple_response_space.html",
          "dependabot-core__pypi_simple_response_underscore.html",
          "poetry__poetry-test-py2-py3-metadata-merge.html",
          "poetry__pyyaml.html");

  /** The project name in the pages of most indexes. */
  private static final Pattern PAGE_NAME =
      Pattern.compile("<h1>Links for ([\\w.-]+)</h1>|\"name\": ?\"([\\w.-]+)\"");

  @TestFactory
  Stream<DynamicTest> become_projects() {
    return Corpus.documents("pypi-json", ".json").stream()
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

  @TestFactory
  Stream<DynamicTest> simple_pages_become_projects() {
    return Corpus.documents("simple", "").stream()
        .filter(file -> PAGE_NAME.matcher(text(file)).find())
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      Matcher name = PAGE_NAME.matcher(text(file));
                      assertTrue(name.find());
                      String title = Optional.ofNullable(name.group(1)).orElse(name.group(2));
                      Optional<Project> project = simple(file, title);
                      assertEquals(
                          STRANGE.contains(file.getFileName().toString()), project.isEmpty());
                      project.ifPresent(found -> assertFalse(found.version().isEmpty()));
                    }));
  }

  private static Optional<Project> simple(Path file, String name) throws InvalidDocumentException {
    ProjectName project = ProjectName.parse(name).orElseThrow();
    boolean json = file.toString().endsWith(".json");
    return SimpleIndexTest.read(
            json ? new SimpleJsonReader(project) : new SimpleHtmlReader(project), text(file))
        .project();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void real_versions_have_an_order() {
    List<String> versions = new ArrayList<>(Corpus.lines("versions-sample.txt"));
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
