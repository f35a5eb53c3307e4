package dev.blazon.bench.stack;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the names of projects, the most downloaded first. */
final class Projects {

  private Projects() {}

  /** Reads {@code top-pypi-packages-….min.json}: names in the order of their downloads. */
  static List<String> read(Path file) throws IOException {
    List<String> names = new ArrayList<>();
    for (Object row : new JsonObject(Files.readString(file)).getJsonArray("rows")) {
      names.add(((JsonObject) row).getString("project"));
    }
    return List.copyOf(names);
  }
}
