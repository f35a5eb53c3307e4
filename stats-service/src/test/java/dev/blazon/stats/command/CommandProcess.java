package dev.blazon.stats.command;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code ./blazon stats} as a process of its own. */
final class CommandProcess {

  private static final int PATIENCE_SECONDS = 60;

  static Process start(String database, Map<String, String> settings, String... arguments)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            // Who runs tests in the background may ignore SIGINT, which children inherit.
            "env",
            "--default-signal=INT",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            StatsCommand.class.getName());
    builder.command().addAll(List.of(arguments));
    builder.environment().putAll(settings);
    builder.environment().put("BLAZON_STATS_DATABASE", database);
    return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** Waits for its end; gives its exit code. */
  static int end(Process process) throws InterruptedException {
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    assertTrue(ended, "the command has not ended");
    return process.exitValue();
  }

  private CommandProcess() {}
}
