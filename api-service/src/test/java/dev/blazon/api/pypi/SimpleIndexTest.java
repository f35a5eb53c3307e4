package dev.blazon.api.pypi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.project.ProjectName;
import dev.blazon.upstream.DocumentReader;
import dev.blazon.upstream.InvalidDocumentException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimpleIndexTest {

  private static final ProjectName DEMO = ProjectName.parse("my-demo").orElseThrow();

  @ParameterizedTest
  @CsvSource({
    "my_demo-1.0-py3-none-any.whl, bdist_wheel, 1.0",
    "My.Demo-1.0-1-py3-none-any.whl, bdist_wheel, 1.0",
    "my_demo-1.0+local.1-cp312-abi3-linux_x86_64.whl, bdist_wheel, 1.0+local.1",
    "my-demo-1.0.tar.gz, sdist, 1.0",
    "my-demo-0.3.6-2.tar.gz, sdist, 0.3.6-2",
    "My_Demo-1.0.ZIP, sdist, 1.0",
    "my-demo-1.0.tar.bz2, sdist, 1.0",
    "my_demo-1.0-py2.7.egg, bdist_egg, 1.0",
    "my-demo-1.0.win32-py2.7.exe, bdist_wininst, 1.0",
  })
  void a_file_name_has_kind_and_version(String filename, String type, String version) {
    assertEquals(
        Optional.of(new DistributionName(type, version)), DistributionName.parse(filename, DEMO));
  }

  @ParameterizedTest
  @CsvSource({
    "my_demo-1.0-py3-none-any.whl.metadata",
    "other-1.0.tar.gz",
    "my-demo.tar.gz",
    "my-demo-.tar.gz",
    "my-demo-1.0.tar.gz.asc",
    "..",
    "''"
  })
  void other_file_names_are_ignored(String filename) {
    assertEquals(Optional.empty(), DistributionName.parse(filename, DEMO));
  }

  @Test
  void html_pages_have_versions_files_python_and_yanked_releases() throws InvalidDocumentException {
    Project project =
        read(
                new SimpleHtmlReader(DEMO),
                """
                <!DOCTYPE html><html><head>
                <meta name="pypi:project-status" content="archived"></head><body>
                <a href="../../f/my_demo-1.0-py3-none-any.whl#sha256=0" data-requires-python="&gt;=3.8"
                  >my_demo</a>
                <a href="https://files.example/my-demo-1.0.tar.gz?x=1">my-demo-1.0.tar.gz</a><br/>
                <A HREF="my-demo-1.1.tar.gz" data-yanked="broken">x</a>
                <a href="my-demo-2.0a1.tar.gz">x</a>
                <a href="/elsewhere">home</a>
                """)
            .project()
            .orElseThrow();
    assertEquals("1.0", project.version());
    assertEquals(Optional.of(">=3.8"), project.release().requiresPython());
    assertEquals(2, project.files().size());
    assertEquals(3, project.releaseCount());
    assertEquals("2.0a1", project.prerelease().orElseThrow().version());
    assertEquals(Optional.of("archived"), project.status());
  }

  @Test
  void json_pages_also_have_sizes_and_dates() throws InvalidDocumentException {
    SimplePage page =
        read(
            new SimpleJsonReader(DEMO),
            """
            {"meta": {"api-version": "1.4"}, "name": "my-demo", "project-status": {"status": "active"},
             "files": [
              {"filename": "my_demo-1.0-py3-none-any.whl", "size": 12, "yanked": false,
               "requires-python": ">=3.8", "upload-time": "2024-01-02T03:04:05.123456Z",
               "hashes": {"sha256": "0"}},
              {"filename": "my-demo-2.0.tar.gz", "yanked": "too early"}]}
            """);
    Project project = page.project().orElseThrow();
    assertEquals("1.0", project.version());
    assertEquals(
        List.of(new ReleaseFile("bdist_wheel", "my_demo-1.0-py3-none-any.whl", 12)),
        project.files());
    assertTrue(project.release().uploaded().isPresent());
    assertEquals(
        Optional.of("too early"), page.project("2.0").orElseThrow().release().yankedReason());
    assertEquals("1.0", page.project("1.0.0").orElseThrow().version());
    assertEquals(Optional.empty(), page.project("3.0"));
  }

  @Test
  void other_pages_give_no_project() throws InvalidDocumentException {
    assertEquals(
        Optional.empty(), read(new SimpleHtmlReader(DEMO), "<title>Hotel Wi-Fi</title>").project());
    assertThrows(
        InvalidDocumentException.class, () -> read(new SimpleJsonReader(DEMO), "{\"a\": 1}"));
  }

  static SimplePage read(DocumentReader<SimplePage> reader, String text)
      throws InvalidDocumentException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    reader.feed(bytes, 0, bytes.length);
    return reader.finish();
  }
}
