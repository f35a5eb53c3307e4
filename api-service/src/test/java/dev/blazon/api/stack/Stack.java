package dev.blazon.api.stack;

import dev.blazon.api.HttpAsker;
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

/** {@code ./blazon stack}, started as an operator does, who reads what it says. */
final class Stack implements AutoCloseable {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** Four JVMs and a compiler on two busy cores. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final Pattern PROCESS =
      Pattern.compile("stack: (?<name>\\S+) pid=(?<pid>\\d+) url=(?<url>\\S+)");
  private static final Pattern READY = Pattern.compile("stack: ready at (?<url>http://\\S+)");
  private static final Pattern WORKS =
      Pattern.compile("stack: logs are in (?<logs>\\S+), varnish works in (?<varnish>\\S+) .*");

  private final Process process;
  private final List<String> lines = new ArrayList<>();
  private boolean ended;
  private Optional<HttpAsker> edge = Optional.empty();

  /** A process of the stack, as its line tells. */
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

  /** Starts one on a free port, with these variables and options, and does not wait. */
  static Stack launch(Map<String, String> environment, String... options) {
    List<String> command = new ArrayList<>();
    // A process group of its own for Ctrl-C, which somebody above us may have chosen to ignore.
    command.addAll(List.of("env", "--default-signal=INT", "setsid"));
    command.add(ROOT.resolve("blazon").toString());
    command.add("stack");
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("BLAZON_PORT", "0");
    builder.environment().putAll(environment);
    try {
      return new Stack(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts one, and waits until it is ready. */
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

  /** Asks through Varnish. */
  HttpAsker ask() {
    return edge.orElseThrow();
  }

  int port() {
    return part("varnish").url().getPort();
  }

  long pid() {
    return process.pid();
  }

  /** The process that runs, or ran last, under that name. */
  synchronized Part part(String name) {
    return parts().filter(part -> part.name().equals(name)).reduce((a, b) -> b).orElseThrow();
  }

  /** All processes that ever were, in the order of their starts. */
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

  /** Whether that node says that requests are welcome; whether Redis listens. */
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

  /** The folder that {@code varnishstat -n} wants; the stack's own folder is above it. */
  Path varnishFolder() {
    return Path.of(awaitLine(WORKS).group("varnish"));
  }

  /** Waits for the first line like this, said already or yet to come. */
  Matcher awaitLine(Pattern pattern) {
    return awaitLine(pattern, 0);
  }

  /** Waits for a line like this after so many lines that are known. */
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

  /** How many lines it has said. */
  synchronized int said() {
    return lines.size();
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  /** Sends a signal to the script alone. */
  void signal(String signal) {
    signal(signal, Long.toString(process.pid()));
  }

  /** What a terminal does: the signal goes to everybody in the foreground. */
  void pressControlC() {
    signal("INT", "-" + process.pid());
  }

  /** Waits for the end of the script and of all that it started. */
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

  /** Nobody is left who could say something. */
  private synchronized void awaitSilence() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!ended) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("somebody still holds the stack's output");
      }
      await(left);
    }
  }

  static void signal(String signal, String whom) {
    try {
      new ProcessBuilder("kill", "-" + signal, "--", whom).inheritIO().start().onExit().join();
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
