package dev.blazon.api.dialect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder of real data beside the project, which only some machines have. */
final class SharedData {

  private static final Path FOLDER = Path.of("..", "..", "shared", "data");

  private SharedData() {}

  /** For {@code @EnabledIf}. */
  static boolean isThere() {
    return Files.isDirectory(FOLDER);
  }

  static Path path(String name) {
    return FOLDER.resolve(name);
  }

  static String text(String name) {
    try {
      return Files.readString(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> lines(String name) {
    return text(name).lines().toList();
  }
}
