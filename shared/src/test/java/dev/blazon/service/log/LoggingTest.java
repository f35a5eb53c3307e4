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

/** Tests what is written to the log files. */
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

  private static void logInternalError() {
    CANNOT_HAPPEN
        .atError()
        .addKeyValue(RequestId.KEY, new RequestId("abc-1"))
        .setCause(new IllegalStateException("a \"quoted\"\nproblem"))
        .log("no answer to {}", "/v/\"x\"");
  }

  @Test
  void an_internal_error_goes_to_its_own_file_with_the_request_s_id() throws IOException {
    Path file = errorsIn(Format.TEXT);

    logInternalError();
    LoggerFactory.getLogger("dev.blazon.other").error("an ordinary error");

    List<String> lines = Files.readAllLines(file);
    assertTrue(
        Pattern.matches(
            "\\d{4}-\\d\\d-\\d\\dT\\S+ ERROR cannot-happen no answer to /v/\"x\" request=abc-1",
            lines.get(0)),
        lines.get(0));
    assertTrue(lines.get(1).startsWith("java.lang.IllegalStateException"), lines.get(1));
    assertFalse(String.join("\n", lines).contains("an ordinary error"));
  }

  @Test
  void as_json_each_event_is_one_object_on_one_line() throws IOException {
    Path file = errorsIn(Format.JSON);

    logInternalError();
    logInternalError();

    List<String> lines = Files.readAllLines(file);
    assertEquals(2, lines.size());
    for (String line : lines) {
      JsonObject event = new JsonObject(line);
      assertEquals("ERROR", event.getString("level"));
      assertEquals(Logging.CANNOT_HAPPEN, event.getString("logger"));
      assertEquals("no answer to /v/\"x\"", event.getString("message"));
      assertEquals("abc-1", event.getString(RequestId.KEY));
      assertEquals(
          "java.lang.IllegalStateException: a \"quoted\"\nproblem", event.getString("error"));
      assertTrue(event.getString("stack").contains("LoggingTest.logInternalError"), line);
      assertTrue(
          Pattern.matches(
              "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z", event.getString("time")),
          line);
    }
  }

  @Test
  void as_json_numbers_are_numbers_and_nothing_is_nested() throws IOException {
    Path file = errorsIn(Format.JSON);

    CANNOT_HAPPEN
        .atError()
        .addKeyValue("status", 200)
        .addKeyValue("ms", 1.25)
        .addKeyValue("warm", true)
        .addKeyValue("odd", Double.NaN)
        .addKeyValue("level", "taken")
        .log("x");

    JsonObject event = new JsonObject(Files.readAllLines(file).get(0));
    assertEquals(200, event.getValue("status"));
    assertEquals(1.25, event.getValue("ms"));
    assertEquals(true, event.getValue("warm"));
    assertEquals("NaN", event.getValue("odd"));
    assertEquals("ERROR", event.getValue("level"));
  }

  @Test
  void internal_errors_are_counted() {
    errorsIn(Format.TEXT);
    long before = ErrorCount.lines();

    logInternalError();

    assertEquals(before + 1, ErrorCount.lines());
  }

  @Test
  void the_level_is_set_by_the_operator() {
    Logger log = LoggerFactory.getLogger("dev.blazon.some");
    assertFalse(log.isDebugEnabled());

    Logging.configure(new LogConfig(Format.TEXT, Level.DEBUG, Optional.empty(), Optional.empty()));

    assertTrue(log.isDebugEnabled());
    // Netty's debug lines would not help.
    assertFalse(LoggerFactory.getLogger("io.netty.util").isDebugEnabled());
  }
}
