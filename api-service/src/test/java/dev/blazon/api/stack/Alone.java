package dev.blazon.api.stack;

import dev.blazon.api.testing.CountsStandIn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A running {@code ./blazon run}, started as an operator does: one process that does everything.
 */
final class Alone implements AutoCloseable {

  private static final Pattern SERVES =
      Pattern.compile(".*serves at http://127\\.0\\.0\\.1:(\\d+) \\(admin (\\d+)\\).*");

  private final Process process;
  private final int port;
  private final int adminPort;
  private final List<String> lines;

  private Alone(Process process, Matcher serves, List<String> lines) {
    this.process = process;
    this.port = Integer.parseInt(serves.group(1));
    this.adminPort = Integer.parseInt(serves.group(2));
    this.lines = lines;
  }

  /** Starts it on free ports, and waits until it serves. */
  static Alone start(Map<String, String> environment) {
    ProcessBuilder builder =
        new ProcessBuilder(Stack.ROOT.resolve("blazon").toString(), "run")
            .redirectErrorStream(true);
    builder.environment().put("BLAZON_PORT", "0");
    builder.environment().put("BLAZON_ADMIN_PORT", "0");
    builder.environment().putAll(CountsStandIn.orNone(environment));
    try {
      Process process = builder.start();
      BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
      List<String> lines = Collections.synchronizedList(new ArrayList<>());
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.add(line);
        Matcher serves = SERVES.matcher(line);
        if (serves.matches()) {
          Thread reader = new Thread(() -> output.lines().forEach(lines::add), "alone-output");
          reader.setDaemon(true);
          reader.start();
          return new Alone(process, serves, lines);
        }
      }
      throw new AssertionError("blazon run did not start: " + lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return port;
  }

  int adminPort() {
    return adminPort;
  }

  /** The JVM: the script replaces itself by it. */
  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void close() {
    process.toHandle().destroy();
    process.onExit().join();
  }
}
