package dev.blazon.api.shield;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.pypi.Project;
import dev.blazon.api.pypi.ProjectReader;
import dev.blazon.corpus.Corpus;
import dev.blazon.upstream.InvalidDocumentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests every shield with hundreds of real documents, and the surprising ones among them. */
class RealProjectsTest {

  private static final Map<String, Project> PROJECTS = new TreeMap<>();

  private final ShieldCatalog catalog = new ShieldCatalog();

  @BeforeAll
  static void readsTheDocuments() throws IOException {
    for (Path path : Corpus.documents("pypi-json", ".json")) {
      String name = path.getFileName().toString().replace(".json", "");
      read(name, Files.readAllBytes(path)).ifPresent(project -> PROJECTS.put(name, project));
    }
  }

  @Test
  void every_shield_of_every_document_has_text_in_every_wording() {
    Map<String, Map<String, Integer>> messagesByShield = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, Project> entry : PROJECTS.entrySet()) {
      for (Shield<?> shield : catalog.all()) {
        if (shield instanceof ProjectShield ofProject) {
          for (Wording wording : Wording.values()) {
            Content content = ofProject.content(entry.getValue(), wording);
            if (content.message().isBlank() || content.label().isBlank()) {
              wrong.add(entry.getKey() + " " + shield.description().id() + " " + wording);
            }
            messagesByShield
                .computeIfAbsent(shield.description().id(), id -> new HashMap<>())
                .merge(content.message(), 1, Integer::sum);
          }
        }
      }
    }
    messagesByShield.forEach(
        (id, messages) -> System.out.println(id + ": " + messages.size() + " messages"));

    assertEquals(List.of(), wrong);
    assertTrue(PROJECTS.size() > 400, "only " + PROJECTS.size() + " documents");
  }

  @Test
  void no_real_document_is_called_an_error() {
    for (Project project : PROJECTS.values()) {
      for (Shield<?> shield : catalog.all()) {
        if (shield instanceof ProjectShield ofProject) {
          assertFalse(ofProject.content(project, Wording.PYPIP_IN).isError());
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      value = {
        "bson_lazy wheel PYPIP_IN -> wheel|unknown|lightgrey",
        "bson_lazy format SHIELDS_IO -> format|source|yellow",
        "bson_lazy released PYPIP_IN -> released|unknown|lightgrey",
        "itasc version PYPIP_IN -> pypi|0.2.0.dev0|brightgreen",
        "itasc yanked PYPIP_IN -> yanked|yes|red",
        "black@21.11b0 yanked PYPIP_IN -> yanked|yes|red",
        "napari-mesofield license PYPIP_IN -> license|Mozilla Public License 2.0 (MPL 2.0)|blue",
        "napari-mesofield license SHIELDS_IO -> license|MPL 2.0|orange",
        "multireg license PYPIP_IN -> license|unknown|red",
        "multireg license SHIELDS_IO -> license|missing|red",
        "mkdocstrings license SHIELDS_IO -> license|ISC|green",
        "python-dateutil license SHIELDS_IO -> license|Dual License|lightgrey",
        "docutils license SHIELDS_IO -> 'license|BSD, GPL, Python Software Foundation, Public Domain|green'",
        "docutils license PYPIP_IN -> 'license|public domain, Python, 2-Clause BSD, GPL 3 (see COPYING.txt)|blue'",
        "psycopg2 platforms PYPIP_IN -> platforms|Windows|blue",
        "adb-shell license SHIELDS_IO -> license|Apache-2.0|green",
        "yiban~0.7.0.1 project-status PYPIP_IN -> project|active|brightgreen",
        "accept license SHIELDS_IO -> license|missing|red",
        "boto py_versions PYPIP_IN -> 'python|2.6, 2.7, 3.3, 3.4|blue'",
        "Flask~3.1.2 py_versions PYPIP_IN -> python|>=3.9|blue",
      })
  void known_surprises_have_their_content(String query, String expected) {
    String[] words = query.split(" ", -1);
    ProjectShield shield = (ProjectShield) catalog.get(words[1]);

    assertEquals(
        expected,
        ShownBadge.of(shield.content(PROJECTS.get(words[0]), Wording.valueOf(words[2]))),
        query);
  }

  private static Optional<Project> read(String name, byte[] bytes) {
    try {
      ProjectReader reader = new ProjectReader(name, name.contains("@"));
      reader.feed(bytes, 0, bytes.length);
      return Optional.of(reader.finish());
    } catch (InvalidDocumentException e) {
      return Optional.empty();
    }
  }
}
