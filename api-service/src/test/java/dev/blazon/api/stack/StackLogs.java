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
 * What the parts of a stack wrote while the tests of a class ran: kept when one of them fails,
 * whose message then says where, and deleted else. A line for each request that Varnish answered
 * tells the name that the client gave it, and the one that the API's and imaging's lines have.
 */
final class StackLogs
    implements TestExecutionExceptionHandler,
        LifecycleMethodExecutionExceptionHandler,
        AfterAllCallback {

  /**
   * When, how long to the first byte and to the last, from which port, with what result, the two
   * names, and what.
   */
  private static final String VARNISH_LINE =
      "%{%Y-%m-%dT%H:%M:%S}t %{Varnish:time_firstbyte}x s %D us port=%{VSL:ReqStart[2]}x %s %b"
          + " %{Varnish:handling}x client=%{X-Request-Id}i request=%{X-Request-Id}o %U%q";

  /** No test takes longer: nothing is left behind when the tests are ended by force. */
  private static final String VARNISH_AT_MOST = "20m";

  private final Path folder;
  private Optional<Process> varnish = Optional.empty();
  private boolean failed;

  private StackLogs(Path folder) {
    this.folder = folder;
  }

  /** Those of the stacks of this class, which has one at a time. */
  static StackLogs of(Class<?> tests) {
    return new StackLogs(
        Path.of("target", "stack-logs", tests.getSimpleName()).toAbsolutePath().normalize());
  }

  /** As {@link Stack#start}, with all logs. */
  Stack start(Map<String, String> environment, String... options) {
    delete();
    Map<String, String> telling = new HashMap<>(environment);
    telling.put("BLAZON_ACCESS_LOG", "-");
    Stack stack =
        Stack.start(
            telling,
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
    return new AssertionError(problem + "\nWhat the parts wrote is in " + folder, problem);
  }

  /** Comes when the class has stopped its stack. */
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
