package dev.blazon.api.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.testing.OnEveryJava;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nodes write that run as the launcher starts them: from the jar, with its flags. */
@OnEveryJava
class StackLogsTest {

  /** From Java 25 on, a JVM that cannot use the archive of classes would not even start. */
  private static final String ONLY_WITH_ARCHIVE =
      Runtime.version().feature() >= 25 ? "-XX:AOTMode=on" : "";

  @Test
  void as_json_every_line_of_a_node_is_an_object_whatever_its_java_says(@TempDir Path folder)
      throws Exception {
    Path logs = folder.resolve("logs");
    Map<String, String> environment =
        Map.of(
            "BLAZON_LOG_FORMAT",
            "json",
            "BLAZON_CACHE_DIR",
            folder.resolve("cache").toString(),
            "BLAZON_JVM_FLAGS",
            ONLY_WITH_ARCHIVE);
    try (Stack stack =
        Stack.start(environment, "--api", "1", "--imaging", "1", "--logs", logs.toString())) {
      for (String format : List.of("svg", "png", "json")) {
        assertEquals(200, stack.ask().get("/badge/a-b-red." + format).status());
      }
    }

    for (String node : List.of("api-1", "imaging-1")) {
      List<String> lines = Files.readAllLines(logs.resolve(node + ".log"));
      assertTrue(lines.size() >= 2, lines.toString());
      for (String line : lines) {
        assertTrue(new JsonObject(line).containsKey("level"), line);
      }
    }
  }
}
