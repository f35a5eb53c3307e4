package dev.blazon.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusTest {

  private static final long MOST_BYTES = 15_000_000;

  @Test
  void a_file_that_is_missing_is_a_failure() {
    assertThrows(IllegalArgumentException.class, () -> Corpus.text("no-such-file.tsv"));
    assertThrows(IllegalArgumentException.class, () -> Corpus.documents("simple", ".xml"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pypi-json", "simple", "downloads", "endpoint-json"})
  void lists_the_source_of_every_document(String folder) throws IOException {
    Set<String> listed = new TreeSet<>(Corpus.firstColumn(folder + "/SOURCES.tsv"));
    listed.remove("file");
    try (Stream<Path> list = Files.list(Corpus.folder().resolve(folder))) {
      Set<String> present =
          list.map(file -> file.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new));
      present.remove("SOURCES.tsv");

      assertEquals(present, listed);
    }
  }

  @Test
  void the_readme_has_a_row_for_every_file_and_folder() throws IOException {
    String readme = Corpus.text("README.md");
    try (Stream<Path> list = Files.list(Corpus.folder())) {
      List<String> missing =
          list.map(path -> path.getFileName().toString() + (Files.isDirectory(path) ? "/" : ""))
              .filter(name -> !Set.of("README.md", "pom.xml", "src/", "target/").contains(name))
              .filter(name -> !name.startsWith("."))
              .filter(name -> !readme.contains("| `" + name + "` |"))
              .toList();

      assertEquals(List.of(), missing);
    }
  }

  @Test
  void is_small_enough_to_clone() throws IOException {
    long bytes = 0;
    try (Stream<Path> all = Files.walk(Corpus.folder())) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        bytes += file.startsWith(Corpus.folder().resolve("target")) ? 0 : Files.size(file);
      }
    }

    assertTrue(bytes <= MOST_BYTES, bytes + " bytes");
  }
}
