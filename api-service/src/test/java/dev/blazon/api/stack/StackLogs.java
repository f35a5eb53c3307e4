package dev.blazon.api.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * The logs of a stack's processes during the tests of a class. If a test fails, they are kept and
 * its message names the folder; otherwise they are deleted. Varnish's log has a line for each
 * request, with the client's request id and the one in the lines of the API and of imaging.
 */
final class StackLogs
    implements TestExecutionExceptionHandler,
        LifecycleMethodExecutionExceptionHandler,
        AfterAllCallback {

  /** Time, time to the first and to the last byte, client port, result, the two ids, and URL. */
  private static final String VARNISH_LINE =
      "%{%Y-%m-%dT%H:%M:%S}t %{Varnish:time_firstbyte}x s %D us port=%{VSL:ReqStart[2]}x %s %b"
          + " %{Varnish:handling}x client=%{X-Request-Id}i request=%{X-Request-Id}o %U%q";

  /** Longer than any test; the process ends by itself then, even if the tests are killed. */
  private static final String VARNISH_AT_MOST = "20m";

  private final Path folder;
  private Optional<Process> varnish = Optional.empty();
  private boolean failed;

  private StackLogs(Path folder) {
    this.folder = folder;
  }

  /** The logs of the stacks of this class, which runs one at a time. */
  static StackLogs of(Class<?> tests) {
    return new StackLogs(
        Path.of("target", "stack-logs", tests.getSimpleName()).toAbsolutePath().normalize());
  }

  /** Starts a stack as {@link Stack#start} does, with all logs. */
  Stack start(Map<String, String> environment, String... options) {
    delete();
    Map<String, String> settings = new HashMap<>(environment);
    settings.put("BLAZON_ACCESS_LOG", "-");
    Stack stack =
        Stack.start(
            settings,
            Stream.concat(Stream.of(options), Stream.of("--logs", folder.toString()))
                .toArray(String[]::new));
    varnish = Optional.of(followVarnish(stack.varnishFolder()));
    return stack;
  }

  private Process followVarnish(Path works) {
    List<String> command =
        List.of("timeout", VARNISH_AT_MOST, "varnishncsa", "-n", works.toString(), "-F");
    try {
      return new ProcessBuilder(Stream.concat(command.stream(), Stream.of(VARNISH_LINE)).toList())
          .redirectErrorStream(true)
          .redirectOutput(folder.resolve("varnish-requests.log").toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable problem)
      throws Throwable {
    throw withPlace(problem);
  }

  @Override
  public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable problem)
      throws Throwable {
    throw withPlace(problem);
  }

  @Override
  public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable problem)
      throws Throwable {
    throw withPlace(problem);
  }

  @Override
  public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable problem)
      throws Throwable {
    throw withPlace(problem);
  }

  private Throwable withPlace(Throwable problem) {
    if (problem instanceof TestAbortedException) {
      return problem;
    }
    failed = true;
    return new AssertionError(problem + "\nThe logs are in " + folder, problem);
  }

  /** Called after the class has stopped its stack. */
  @Override
  public void afterAll(ExtensionContext context) {
    varnish.ifPresent(
        process -> {
          process.destroy();
          process.onExit().join();
        });
    if (!failed) {
      delete();
    }
  }

  private void delete() {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
