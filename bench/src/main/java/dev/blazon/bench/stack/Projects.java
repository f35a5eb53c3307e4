package dev.blazon.bench.stack;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Names of projects, the most wanted first. */
final class Projects {

  /** As many as the list of real ones has. */
  private static final int MADE_UP = 15_000;

  private Projects() {}

  /** Reads {@code top-pypi-packages-….min.json}: names by their downloads. */
  static List<String> read(Path file) throws IOException {
    List<String> names = new ArrayList<>();
    for (Object row : new JsonObject(Files.readString(file)).getJsonArray("rows")) {
      names.add(((JsonObject) row).getString("project"));
    }
    return List.copyOf(names);
  }

  /** Names that stand for real ones. */
  static List<String> madeUp() {
    List<String> names = new ArrayList<>(MADE_UP);
    for (int i = 1; i <= MADE_UP; i++) {
      names.add("project-" + i);
    }
    return List.copyOf(names);
  }
}
