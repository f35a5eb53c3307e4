package dev.blazon.api.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blazon.api.ServiceProcess;
import dev.blazon.api.testing.OnEveryJava;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the tests of the Python client with the {@code python3} of this machine. */
@OnEveryJava
@Tag("once")
@Timeout(420)
final class PythonClientTest {

  private static final Path CLIENT = Path.of("../clients/python").toAbsolutePath().normalize();

  /** They take half a minute on two idle cores, and three on a busy one. */
  private static final int PATIENCE_MINUTES = 6;

  @TempDir private Path folder;

  @Test
  void its_own_tests_pass() throws Exception {
    String said = unittest(Map.of(), "discover", "-t", ".", "-s", "tests");
    assertTrue(said.matches("(?s).*\nRan [1-9]\\d+ tests .*\nOK\n"), said);
  }

  @Test
  void the_service_takes_what_it_sends() throws Exception {
    String token = "a token that no test guesses".replace(' ', '-');
    try (ServiceProcess blazon =
        ServiceProcess.api(
            folder.resolve("cache"),
            Map.of(
                "BLAZON_USAGE", "on",
                "BLAZON_USAGE_TOKEN", token,
                "BLAZON_USAGE_READERS", "everyone",
                "BLAZON_USAGE_IDENTITIES", "hashed",
                "BLAZON_USAGE_DATABASE", "sqlite:" + folder.resolve("reports")))) {
      String said =
          unittest(
              Map.of("USAGE_URL", blazon.url().toString(), "USAGE_TOKEN", token),
              "tests.real_service");
      assertTrue(said.matches("(?s).*\nRan 4 tests .*\nOK\n"), said);
    }
  }

  /** What {@code python3 -m unittest} says, if all tests pass. */
  private String unittest(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("python3", "-B", "-m", "unittest"));
    command.addAll(List.of(arguments));
    Path output = folder.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(CLIENT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    Process process = start(builder);
    try {
      boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
      String said = Files.readString(output);
      assertTrue(ended, "the tests have not ended: " + said);
      assertEquals(0, process.exitValue(), said);
      return said;
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static Process start(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new AssertionError(
          "this test needs the program python3 (Debian: python3), which ./blazon test installs", e);
    }
  }
}
