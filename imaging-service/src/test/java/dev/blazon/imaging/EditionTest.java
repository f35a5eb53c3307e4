package dev.blazon.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionTest {

  @TempDir private Path folder;

  private Path jar(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  @Test
  void changes_with_any_of_the_jars() throws IOException {
    Path painters = jar("painters.jar", "1");
    String edition = Edition.of(List.of(painters, jar("palette.jar", "1")));

    assertEquals(edition, Edition.of(List.of(painters, jar("palette.jar", "1"))));
    assertNotEquals(edition, Edition.of(List.of(painters, jar("palette.jar", "2"))));
  }

  @Test
  void classes_in_a_folder_have_no_edition() {
    assertEquals("unpackaged", Edition.of(List.of(folder)));
  }
}
