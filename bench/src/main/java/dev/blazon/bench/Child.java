package dev.blazon.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A child process of a measurement. It is stopped when it is closed, or when this process ends
 * (SIGTERM, Ctrl-C).
 */
public final class Child implements AutoCloseable {

  /** Longer than a stack needs to stop its processes one after another. */
  private static final Duration STOP_WITHIN = Duration.ofSeconds(60);

  /**
   * The time between two checks of a starting server: short, because it limits the precision of
   * start times.
   */
  private static final long CHECK_MILLIS = 2;

  private static final Set<Child> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    Thread hook = new Thread(() -> RUNNING.forEach(Child::stop));
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private final String name;
  private final Process process;
  private final Path log;

  private Child(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
    RUNNING.add(this);
  }

  /**
   * Starts a server; its output goes to a log file of this name.
   *
   * @param environment variables in addition to those of this process
   */
  public static Child start(
      String name, Place place, List<String> command, Map<String, String> environment)
      throws IOException {
    Path log = Files.createDirectories(place.work()).resolve(name + ".log");
    ProcessBuilder builder = new ProcessBuilder(command).directory(place.root().toFile());
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    return new Child(name, builder.start(), log);
  }

  /**
   * Runs a command and waits for its end.
   *
   * @return its standard output
   * @throws IOException when it fails or takes longer than {@code within}
   */
  public static String output(Place place, List<String> command, Duration within)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(Files.createDirectories(place.work()), "out", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(place.root().toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .redirectOutput(out.toFile())
              .start();
      boolean ended = process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        process.destroyForcibly();
      }
      String text = Files.readString(out);
      if (!ended || process.exitValue() != 0) {
        String how = ended ? "status " + process.exitValue() : "nothing within " + within;
        throw new IOException(String.join(" ", command) + ": " + how + "\n" + text);
      }
      return text;
    } finally {
      Files.deleteIfExists(out);
    }
  }

  /** Waits until the address answers with status 200. */
  public void await(URI address, Duration within) throws IOException, InterruptedException {
    long end = System.nanoTime() + within.toNanos();
    while (!answers(address)) {
      waitAndCheck(end, "does not serve " + address);
    }
  }

  /** Waits until the output contains this text. */
  public String awaitText(String text, Duration within) throws IOException, InterruptedException {
    long end = System.nanoTime() + within.toNanos();
    while (!text().contains(text)) {
      waitAndCheck(end, "does not say '" + text + "'");
    }
    return text();
  }

  /** The output so far. */
  public String text() throws IOException {
    return Files.readString(log);
  }

  /** Waits a moment; fails if the process has ended or the time is over. */
  private void waitAndCheck(long end, String problem) throws IOException, InterruptedException {
    boolean ended = process.waitFor(CHECK_MILLIS, TimeUnit.MILLISECONDS);
    if (ended || System.nanoTime() > end) {
      throw new IOException(name + " " + problem + "\n" + text());
    }
  }

  public long pid() {
    return process.pid();
  }

  /** Resident memory now and at its peak, in bytes. */
  public Memory memory() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    return Memory.parse(Files.readString(status, StandardCharsets.US_ASCII));
  }

  private static boolean answers(URI address) {
    try {
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setConnectTimeout(500);
      connection.setReadTimeout(5_000);
      try {
        return connection.getResponseCode() == 200;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    RUNNING.remove(this);
    stop();
  }

  private void stop() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
