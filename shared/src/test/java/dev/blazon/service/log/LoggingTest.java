package dev.blazon.service.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.service.RequestId;
import dev.blazon.service.log.LogConfig.Format;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** What ends up in the files. */
class LoggingTest {

  private static final Logger CANNOT_HAPPEN = LoggerFactory.getLogger(Logging.CANNOT_HAPPEN);

  @TempDir private Path folder;

  @AfterEach
  void asUsual() {
    Logging.configure(LogConfig.USUAL);
  }

  private Path errorsIn(Format format) {
    Path file = folder.resolve("errors.log");
    Logging.configure(new LogConfig(format, Level.INFO, Optional.of(file), Optional.empty()));
    return file;
  }

  private static void mistake() {
    CANNOT_HAPPEN
        .atError()
        .addKeyValue(RequestId.KEY, new RequestId("abc-1"))
        .setCause(new IllegalStateException("a \"quoted\"\nproblem"))
        .log("no answer to {}", "/v/\"x\"");
  }

  @Test
  void what_cannot_happen_has_a_file_of_its_own_with_the_request_it_happened_to()
      throws IOException {
    Path file = errorsIn(Format.TEXT);

    mistake();
    LoggerFactory.getLogger("dev.blazon.other").error("only a trouble of the day");

    List<String> lines = Files.readAllLines(file);
    assertTrue(
        Pattern.matches(
            "\\d{4}-\\d\\d-\\d\\dT\\S+ ERROR cannot-happen no answer to /v/\"x\" request=abc-1",
            lines.get(0)),
        lines.get(0));
    assertTrue(lines.get(1).startsWith("java.lang.IllegalStateException"), lines.get(1));
    assertFalse(String.join("\n", lines).contains("trouble of the day"));
  }

  @Test
  void as_json_each_event_is_one_object_on_one_line() throws IOException {
    Path file = errorsIn(Format.JSON);

    mistake();
    mistake();

    List<String> lines = Files.readAllLines(file);
    assertEquals(2, lines.size());
    for (String line : lines) {
      JsonObject event = new JsonObject(line);
      assertEquals("ERROR", event.getString("level"));
      assertEquals(Logging.CANNOT_HAPPEN, event.getString("loggerName"));
      assertEquals("no answer to /v/\"x\"", event.getString("formattedMessage"));
      assertEquals(
          "abc-1", event.getJsonArray("kvpList").getJsonObject(0).getString(RequestId.KEY));
      assertEquals("a \"quoted\"\nproblem", event.getJsonObject("throwable").getString("message"));
      assertTrue(event.getLong("timestamp") > 0);
    }
  }

  @Test
  void what_cannot_happen_is_counted() {
    errorsIn(Format.TEXT);
    long before = ErrorCount.lines();

    mistake();

    assertEquals(before + 1, ErrorCount.lines());
  }

  @Test
  void the_level_is_the_operators() {
    Logger log = LoggerFactory.getLogger("dev.blazon.some");
    assertFalse(log.isDebugEnabled());

    Logging.configure(new LogConfig(Format.TEXT, Level.DEBUG, Optional.empty(), Optional.empty()));

    assertTrue(log.isDebugEnabled());
    // Netty's own talk is nobody's help.
    assertFalse(LoggerFactory.getLogger("io.netty.util").isDebugEnabled());
  }
}
