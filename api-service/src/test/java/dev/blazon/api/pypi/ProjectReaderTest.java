package dev.blazon.api.pypi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.upstream.InvalidDocumentException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectReaderTest {

  private static final String WHOLE =
      """
      {"info": {"name": "Demo", "version": "1.0", "license": " MIT ", "license_expression": null,
        "classifiers": ["Typing :: Typed", 7, null], "requires_python": ">=3.8", "yanked": false,
        "requires_dist": ["a>=1; python_version < '3.9'", "A ; python_version >= '3.9'", "b[x] (>1)",
          "c; extra == 'dev'", "d; os_name == 'extra'"],
        "provides_extra": ["dev", "docs"], "description": "# Demo\\nlong"},
       "ownership": {"organization": null, "roles": [{"role": "Owner", "user": "a"},
         {"role": "Maintainer", "user": "b"}, {"role": "Maintainer", "user": "a"}]},
       "project-status": {"status": "archived"},
       "releases": {"0.9": [{"filename": "demo-0.9.tar.gz"}], "1.0": [], "1.1a1":
         [{"filename": "demo-1.1a1.tar.gz", "packagetype": "sdist"}], "2.0a1":
         [{"filename": "demo-2.0a1.tar.gz", "yanked": true}], "0.1": []},
       "urls": [{"filename": "demo-1.0-py3-none-any.whl", "packagetype": "bdist_wheel", "size": 123,
         "upload_time_iso_8601": "2024-02-03T04:05:06.789Z", "yanked": false, "digests": {"x": "y"}},
         {"filename": "demo-1.0.tar.gz", "packagetype": "sdist", "size": 456,
         "upload_time": "2024-02-03T04:05:05"}],
       "vulnerabilities": [{"id": "PYSEC-1", "withdrawn": null}, {"id": "PYSEC-2",
         "withdrawn": "2024-01-01T00:00:00Z"}, {"id": "PYSEC-3"}]}
      """;

  @Test
  void distinguishes_a_missing_value_from_an_empty_one() throws InvalidDocumentException {
    Project silent = read("{\"info\": {\"version\": \"1\"}}", false);
    assertEquals(Optional.empty(), silent.dependencies());
    assertEquals(Optional.empty(), silent.vulnerabilities());

    Project nothing =
        read(
            "{\"info\": {\"version\": \"1\", \"requires_dist\": null}, \"vulnerabilities\": []}",
            false);
    assertEquals(Optional.of(0), nothing.dependencies());
    assertEquals(Optional.of(List.of()), nothing.vulnerabilities());
  }

  @Test
  void reads_all_facts_that_shields_show() throws InvalidDocumentException {
    Project project = read(WHOLE, false);
    assertEquals(
        new Project(
            "Demo",
            new Release(
                "1.0",
                Optional.of(Instant.parse("2024-02-03T04:05:05Z")),
                Optional.empty(),
                Optional.of(">=3.8"),
                List.of(
                    new ReleaseFile("bdist_wheel", "demo-1.0-py3-none-any.whl", 123),
                    new ReleaseFile("sdist", "demo-1.0.tar.gz", 456))),
            Optional.of(
                new Release(
                    "1.1a1",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(new ReleaseFile("sdist", "demo-1.1a1.tar.gz", 0)))),
            3,
            Optional.of("MIT"),
            Optional.empty(),
            List.of("Typing :: Typed", "7"),
            Optional.of(3),
            2,
            Optional.of(List.of("PYSEC-1", "PYSEC-3")),
            Optional.of(2),
            Optional.of("archived")),
        project);
  }

  /** Each row: info, releases, then what is shown, with its reason. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'version':'1.0'                 | '2.0':[{}]                          | 1.0 | not yanked",
        "'version':'2.0','yanked':true   | '1.0':[{}],'2.0':[{'yanked':true}]  | 1.0 | older final",
        "'version':'2.0','yanked':true   | '1.0':[],'0.9':[{}]                 | 0.9 | has files",
        "'version':'2.0','yanked':true   | '1.0':[{'yanked':true}],'2004d':[{}]| 2004d | legacy",
        "'version':'2.0','yanked':true   | '1.10':[{}],'1.9':[{}],'1.8':[{}]   | 1.10 | by PEP 440",
        "'version':'2.0','yanked':true   | '3.0a1':[{}]                        | 3.0a1 | only one",
        "'version':'2.0','yanked':true   | '2.0':[{'yanked':true}]             | 2.0 | all yanked",
        "'version':null                  | '1.0':[{}]                          | 1.0 | none chosen",
        "'version':1.5                   | '1.0':[{}]                          | 1.5 | a number",
        "'version':{}                    | '1.0':[]                            | \"\"  | none at all",
      })
  void chooses_the_release_that_installers_choose(
      String info, String releases, String version, String reason) throws InvalidDocumentException {
    String document = "{'info':{" + info + "},'releases':{" + releases + "}}";
    assertEquals(version, read(document.replace('\'', '"'), false).version(), reason);
    String backwards = "{'releases':{" + releases + "},'info':{" + info + "}}";
    assertEquals(version, read(backwards.replace('\'', '"'), false).version(), reason);
  }

  @Test
  void a_requested_release_is_shown_even_if_yanked() throws InvalidDocumentException {
    Project project =
        read(
            """
            {"info": {"version": "2.0", "yanked": true, "yanked_reason": "broken"},
             "releases": {"1.0": [{}], "3.0a1": [{}]}, "urls": [{"yanked": true}]}
            """,
            true);
    assertEquals("2.0", project.version());
    assertEquals(Optional.of("broken"), project.release().yankedReason());
    assertEquals(Optional.empty(), project.prerelease());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"info\": {}}",
        "{\"info\": {\"version\": \"1\", \"classifiers\": null, \"requires_dist\": \"x\"}}",
        "{\"info\": {\"version\": \"1\"}, \"urls\": null, \"releases\": [], \"ownership\": 5}",
        "{\"info\": {\"version\": \"1\"}, \"urls\": [1, null, []], \"vulnerabilities\": {}}",
        "{\"info\": {\"license\": {\"a\": [[{}]]}, \"name\": []}, \"project_status\": \"active\"}",
        "{\"info\": {}, \"urls\": [{\"size\": 1e400, \"upload_time\": \"yesterday\"}]}"
      })
  void missing_or_malformed_values_are_left_out(String document) throws InvalidDocumentException {
    Project project = read(document, false);
    assertEquals("fallback-name", project.name());
    assertTrue(project.classifiers().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "null",
        "<!doctype html>",
        "{\"info\": {\"version\": \"1",
        "{\"info\": {}} {\"info\": {}}",
        "{\"info\": []",
        "{\"message\": \"Not Found\"}"
      })
  void other_documents_are_refused(String document) {
    assertThrows(InvalidDocumentException.class, () -> read(document, false));
  }

  @Test
  void a_long_licence_is_cut() throws InvalidDocumentException {
    String document = "{\"info\": {\"license\": \"" + "x".repeat(40_000) + "\"}}";
    assertEquals(1_000, read(document, false).license().orElseThrow().length());
  }

  @Property(tries = 200)
  void pieces_may_be_of_any_length(@ForAll @IntRange(min = 1, max = 2_000) int step)
      throws InvalidDocumentException {
    assertEquals(read(WHOLE, false), readInSteps(WHOLE, false, step));
  }

  @Property(tries = 300)
  void a_document_that_is_cut_short_is_refused(@ForAll @IntRange(min = 0, max = 1_200) int length) {
    assertThrows(InvalidDocumentException.class, () -> read(WHOLE.substring(0, length), false));
  }

  private static Project read(String document, boolean oneVersion) throws InvalidDocumentException {
    return readInSteps(document, oneVersion, Integer.MAX_VALUE);
  }

  private static Project readInSteps(String document, boolean oneVersion, int step)
      throws InvalidDocumentException {
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    ProjectReader reader = new ProjectReader("fallback-name", oneVersion);
    for (int at = 0; at < bytes.length; at += Math.min(step, bytes.length - at)) {
      reader.feed(bytes, at, Math.min(step, bytes.length - at));
    }
    return reader.finish();
  }
}
