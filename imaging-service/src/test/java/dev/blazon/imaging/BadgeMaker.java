package dev.blazon.imaging;

import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the reference, npm's badge-maker, pinned by the lock file in {@code src/test/npm}. Needs
 * Node and npm; missing packages are installed by {@code npm ci}.
 */
public final class BadgeMaker {

  private static final Path FOLDER = Path.of("src/test/npm");
  private static final int DEADLINE_SECONDS = 120;

  private BadgeMaker() {}

  /** The folder of an installed package. */
  public static synchronized Path installed(String inside) {
    Path modules = FOLDER.resolve("node_modules");
    if (!Files.isDirectory(modules.resolve("badge-maker"))) {
      run(List.of("npm", "ci", "--no-audit", "--no-fund"), "");
    }
    return modules.resolve(inside);
  }

  /**
   * Renders badges.
   *
   * @param badges badge-maker's options, one object each
   * @return the SVGs in the same order
   */
  public static List<String> render(JsonArray badges) {
    installed("badge-maker");
    return new JsonArray(run(List.of("node", "render.mjs"), badges.encode()))
        .stream().map(String.class::cast).toList();
  }

  private static String run(List<String> command, String input) {
    try {
      Path stdin = Files.createTempFile("badges", ".json");
      Path stdout = Files.createTempFile("rendered", ".json");
      try {
        Files.writeString(stdin, input);
        Process process =
            new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectInput(stdin.toFile())
                .redirectOutput(stdout.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new IllegalStateException(command + " took too long");
        }
        if (process.exitValue() != 0) {
          throw new IllegalStateException(command + " failed with " + process.exitValue());
        }
        return Files.readString(stdout, StandardCharsets.UTF_8);
      } finally {
        Files.delete(stdin);
        Files.delete(stdout);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(command.get(0) + " is needed by this test", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
