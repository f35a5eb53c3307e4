package dev.blazon.api.stack;

import dev.blazon.api.HttpAsker;
import dev.blazon.api.testing.CountsStandIn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A running {@code ./blazon stack}, started as an operator does, and its output. */
final class Stack implements AutoCloseable {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** Long enough for four JVMs and a C compiler on two busy cores. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final Pattern PROCESS =
      Pattern.compile("stack: (?<name>\\S+) pid=(?<pid>\\d+) url=(?<url>\\S+)");
  private static final Pattern ADMIN = Pattern.compile("stack: (?<name>\\S+) admin=(?<url>\\S+)");
  private static final Pattern READY = Pattern.compile("stack: ready at (?<url>http://\\S+)");
  private static final Pattern WORKS =
      Pattern.compile("stack: logs are in (?<logs>\\S+), varnish works in (?<varnish>\\S+) .*");

  private final Process process;
  private final List<String> lines = new ArrayList<>();
  private boolean ended;
  private Optional<HttpAsker> edge = Optional.empty();

  /** A process of the stack, read from its line of output. */
  record Part(String name, long pid, URI url) {

    boolean isAlive() {
      return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    void signal(String signal) {
      Stack.signal(signal, Long.toString(pid));
    }
  }

  private Stack(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "stack-output");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts a stack on a free port, with these variables and options, without waiting for it. */
  static Stack launch(Map<String, String> environment, String... options) {
    List<String> command = new ArrayList<>();
    // A separate process group for Ctrl-C, because a parent process may ignore that signal.
    command.addAll(List.of("env", "--default-signal=INT", "setsid"));
    command.add(ROOT.resolve("blazon").toString());
    command.add("stack");
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("BLAZON_PORT", "0");
    builder.environment().putAll(CountsStandIn.orNone(environment));
    try {
      return new Stack(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a stack, and waits until it is ready. */
  static Stack start(Map<String, String> environment, String... options) {
    Stack stack = launch(environment, options);
    stack.awaitReady();
    return stack;
  }

  URI awaitReady() {
    URI url = URI.create(awaitLine(READY).group("url"));
    edge = Optional.of(new HttpAsker(url.getPort()));
    return url;
  }

  /** A client that sends through Varnish. */
  HttpAsker ask() {
    return edge.orElseThrow();
  }

  int port() {
    return part("varnish").url().getPort();
  }

  long pid() {
    return process.pid();
  }

  /** The current or last process with this name. */
  synchronized Part part(String name) {
    return parts().filter(part -> part.name().equals(name)).reduce((a, b) -> b).orElseThrow();
  }

  /** All processes so far, in the order of their starts. */
  synchronized Stream<Part> parts() {
    return List.copyOf(lines).stream()
        .map(PROCESS::matcher)
        .filter(Matcher::matches)
        .map(
            line ->
                new Part(
                    line.group("name"),
                    Long.parseLong(line.group("pid")),
                    URI.create(line.group("url"))));
  }

  /** The ports of the metrics of all nodes. */
  List<Integer> adminPorts() {
    return lines().stream()
        .map(ADMIN::matcher)
        .filter(Matcher::matches)
        .map(line -> URI.create(line.group("url")).getPort())
        .toList();
  }

  /** Whether this node is ready, or Redis listens. */
  boolean isReady(String name) {
    try {
      URI url = part(name).url();
      if (name.equals("redis")) {
        new Socket(url.getHost(), url.getPort()).close();
        return true;
      }
      HttpURLConnection connection =
          (HttpURLConnection) url.resolve("/readyz").toURL().openConnection();
      connection.setConnectTimeout(1_000);
      connection.setReadTimeout(1_000);
      return connection.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** The folder for {@code varnishstat -n}; its parent is the stack's own folder. */
  Path varnishFolder() {
    return Path.of(awaitLine(WORKS).group("varnish"));
  }

  /** Waits for the first line that matches; it may have been printed already. */
  Matcher awaitLine(Pattern pattern) {
    return awaitLine(pattern, 0);
  }

  /** Waits for a line that matches, after this many lines. */
  synchronized Matcher awaitLine(Pattern pattern, int known) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (int next = known; ; next++) {
      while (next >= lines.size()) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (ended || left <= 0) {
          throw new AssertionError("no line like " + pattern + " but\n" + String.join("\n", lines));
        }
        await(left);
      }
      Matcher matcher = pattern.matcher(lines.get(next));
      if (matcher.matches()) {
        return matcher;
      }
    }
  }

  /** The number of lines so far. */
  synchronized int said() {
    return lines.size();
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  /** Sends a signal to the script only. */
  void signal(String signal) {
    signal(signal, Long.toString(process.pid()));
  }

  /** Sends a signal to the whole process group, as a terminal does. */
  void pressControlC() {
    signal("INT", "-" + process.pid());
  }

  /** Waits for the end of the script and of all processes that it started. */
  int awaitEnd() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("the stack did not end\n" + String.join("\n", lines()));
      }
      awaitSilence();
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Waits until the output is closed, so that no process is left that could write to it. */
  private synchronized void awaitSilence() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!ended) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("a process still has the stack's output open");
      }
      await(left);
    }
  }

  static void signal(String signal, String target) {
    try {
      new ProcessBuilder("kill", "-" + signal, "--", target).inheritIO().start().onExit().join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    edge.ifPresent(HttpAsker::close);
    process.destroy();
    awaitEnd();
  }

  private void read() {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        said(line);
      }
    } catch (IOException e) {
      said("the output broke: " + e);
    }
    synchronized (this) {
      ended = true;
      notifyAll();
    }
  }

  private synchronized void said(String line) {
    lines.add(line);
    notifyAll();
  }

  private synchronized void await(long milliseconds) {
    try {
      TimeUnit.MILLISECONDS.timedWait(this, milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
