package dev.blazon.api.pypi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blazon.upstream.InvalidDocumentException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a project says about itself, from a stranger's document. */
class AboutTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "Kenneth Reitz | me@x.org                              | Kenneth Reitz",
        "-             | Kenneth Reitz <me@x.org>              | Kenneth Reitz",
        "-             | \"Reitz, Kenneth\" <me@x.org>         | Reitz, Kenneth",
        "-             | Ada <a@x.org>, Charles <c@x.org>      | Ada, Charles",
        "-             | me@x.org                              | -",
        "-             | a@x.org, Charles <c@x.org>            | Charles",
        "` `           | -                                     | -",
        "a@x.org       | -                                     | -",
      })
  void an_author_is_a_name_and_never_a_mail_address(String author, String mail, String shown)
      throws InvalidDocumentException {
    JsonObject info = new JsonObject().put("author", author).put("author_email", mail);

    assertEquals(Optional.ofNullable(shown), about(info).author());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "-                 | 'Source':'https://x.org/s'              | Source=https://x.org/s",
        "https://x.org     | 'Source':'https://x.org/s' | Homepage=https://x.org Source=https://x.org/s",
        "https://x.org     | 'Home':'https://x.org/'                 | Home=https://x.org/",
        "UNKNOWN           | -                                       | ``",
        "javascript:alert(1) | 'A':'JavaScript:alert(1)'             | ``",
        "data:text/html,x  | 'A':'https:x','B':'//x.org','C':'mailto:a@x.org' | ``",
        "https://a:b@x.org | 'A':'https://x.org/ y'                  | ``",
        "http://x.org      | 'A':7,'B':null,'C':[]                   | Homepage=http://x.org",
      })
  void links_lead_to_the_web_and_nowhere_else(String home, String urls, String links)
      throws InvalidDocumentException {
    JsonObject info = new JsonObject().put("home_page", home);
    if (urls != null) {
      info.put("project_urls", new JsonObject("{" + urls.replace('\'', '"') + "}"));
    }

    assertEquals(
        links,
        about(info).links().stream()
            .map(link -> link.name() + "=" + link.address())
            .collect(Collectors.joining(" ")));
  }

  @Test
  void all_of_it_is_short() throws InvalidDocumentException {
    JsonObject urls = new JsonObject();
    for (int i = 0; i < 1_000; i++) {
      urls.put("x".repeat(500) + i, "https://x.org/" + i);
    }
    About about =
        about(
            new JsonObject()
                .put("summary", "s".repeat(100_000))
                .put("author", "a".repeat(100_000))
                .put("home_page", "https://x.org/" + "h".repeat(100_000))
                .put("project_urls", urls));

    assertEquals(512, about.summary().orElseThrow().length());
    assertEquals(200, about.author().orElseThrow().length());
    assertEquals(About.MAX_LINKS, about.links().size());
    assertEquals(32, about.links().get(0).name().length());
  }

  @Test
  void a_name_has_one_line_and_one_direction() throws InvalidDocumentException {
    assertEquals(
        Optional.of("A B"), about(new JsonObject().put("author", "A\u202e\n\u0007B")).author());
  }

  @Test
  void a_maintainer_is_somebody_else() throws InvalidDocumentException {
    JsonObject info = new JsonObject().put("author", "Ada").put("maintainer", "Ada");

    assertEquals(Optional.empty(), about(info).maintainer());
    assertEquals(Optional.of("Bob"), about(info.put("maintainer", "Bob")).maintainer());
  }

  private static About about(JsonObject info) throws InvalidDocumentException {
    ProjectReader reader = new ProjectReader("demo", false);
    byte[] document = new JsonObject().put("info", info).encode().getBytes(StandardCharsets.UTF_8);
    reader.feed(document, 0, document.length);
    return reader.finish().about();
  }
}
