package dev.blazon.api;

import dev.blazon.api.testing.CountsStandIn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service as a separate process, with this test's Java and class path, on free ports. */
public final class ServiceProcess implements AutoCloseable {

  private static final Pattern SERVES =
      Pattern.compile("serves at (http://127\\.0\\.0\\.1:(\\d+)) \\(admin (\\d+)\\)");
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);

  /**
   * Kills a process that neither serves nor ends, because waiting for its output would never end.
   */
  private static final Executor START_PATIENCE =
      CompletableFuture.delayedExecutor(60, TimeUnit.SECONDS);

  private final Process process;
  private final List<String> said;
  private final URI url;
  private final int port;
  private final int adminPort;

  private ServiceProcess(Process process, List<String> said, Matcher serves) {
    this.process = process;
    this.said = said;
    this.url = URI.create(serves.group(1));
    this.port = Integer.parseInt(serves.group(2));
    this.adminPort = Integer.parseInt(serves.group(3));
  }

  /** Starts an imaging service, and waits until it says where it serves. */
  static ServiceProcess imaging(Path cacheFolder, Map<String, String> environment) {
    return start("dev.blazon.imaging.Main", cacheFolder, environment);
  }

  /**
   * Starts a stats service, and waits until it says where it serves.
   *
   * @param environment at least {@code BLAZON_STATS_DATABASE}
   */
  static ServiceProcess stats(Map<String, String> environment) {
    return start("dev.blazon.stats.Main", Path.of("unused"), environment);
  }

  /** Starts an API service, and waits until it says where it serves. */
  public static ServiceProcess api(Path cacheFolder, Map<String, String> environment) {
    return start("dev.blazon.api.Main", cacheFolder, environment);
  }

  /** Starts an API service that does what {@link #tell} says. */
  static ServiceProcess apiThatObeys(Path cacheFolder, Map<String, String> environment) {
    return start("dev.blazon.api.ObedientApi", cacheFolder, environment);
  }

  private static ServiceProcess start(
      String main, Path cacheFolder, Map<String, String> environment) {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED", // As the manifest of the jar has it.
                "-cp",
                System.getProperty("java.class.path"),
                main)
            .redirectErrorStream(true);
    builder.environment().put("BLAZON_HOST", "127.0.0.1");
    builder.environment().put("BLAZON_PORT", "0");
    builder.environment().put("BLAZON_ADMIN_PORT", "0");
    builder.environment().put("BLAZON_CACHE_DIR", cacheFolder.toString());
    builder.environment().putAll(CountsStandIn.orNone(environment));
    try {
      Process process = builder.start();
      return started(process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ServiceProcess started(Process process) throws IOException {
    AtomicBoolean starting = new AtomicBoolean(true);
    START_PATIENCE.execute(
        () -> {
          if (starting.get()) {
            process.destroyForcibly();
          }
        });
    BufferedReader output = process.inputReader();
    List<String> said = Collections.synchronizedList(new ArrayList<>());
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.add(line);
      Matcher serves = SERVES.matcher(line.replace("\\/", "/")); // JSON may escape the slash.
      if (serves.find()) {
        starting.set(false);
        listen(output, said);
        return new ServiceProcess(process, said, serves);
      }
    }
    throw new AssertionError("the service did not start: " + String.join("\n", said));
  }

  /** Reads the output all the time: a process whose output is not read blocks in the end. */
  private static void listen(BufferedReader output, List<String> said) {
    Thread reader = new Thread(() -> output.lines().forEach(said::add), "service-output");
    reader.setDaemon(true);
    reader.start();
  }

  public URI url() {
    return url;
  }

  int port() {
    return port;
  }

  int adminPort() {
    return adminPort;
  }

  /** The lines of its output so far, both streams merged. */
  List<String> said() {
    return List.copyOf(said);
  }

  /** Writes a line to its standard input. */
  void tell(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a signal, such as {@code STOP}. */
  void signal(String signal) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
          .inheritIO()
          .start()
          .onExit()
          .join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The exit status, once it has ended. */
  int exitStatus() {
    return process.exitValue();
  }

  /** Sends SIGTERM; returns at once. */
  void terminate() {
    // By its handle, because Process.destroy() would close the streams as well.
    process.toHandle().destroy();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for its end. */
  void awaitEnd() {
    try {
      if (!process.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        kill();
        throw new AssertionError("the service did not stop on SIGTERM: " + said());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      kill();
    }
  }

  /** Kills the process with SIGKILL. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    terminate();
    awaitEnd();
  }
}
