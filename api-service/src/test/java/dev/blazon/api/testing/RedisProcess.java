package dev.blazon.api.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real {@code redis-server} on a free local port, which a test can kill, freeze and restart. It
 * is killed when closed, or when the JVM ends.
 */
public final class RedisProcess implements AutoCloseable {

  private static final long START_PATIENCE_SECONDS = 10;

  private final Path directory;
  private final List<String> configuration;
  private final List<String> extra;
  private final int port;
  private Process process;

  private RedisProcess(Path directory, List<String> configuration, List<String> extra) {
    this.directory = directory;
    this.configuration = configuration;
    this.extra = extra;
    this.port = freePort();
    start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
  }

  /**
   * Starts a server, and waits until it answers.
   *
   * @param directory the folder for its files
   * @param arguments further arguments, for example {@code --cluster-enabled yes}
   */
  public static RedisProcess start(Path directory, String... arguments) {
    return new RedisProcess(directory, List.of(), List.of(arguments));
  }

  /** Starts a server with a configuration file, which a sentinel needs. */
  public static RedisProcess startFrom(Path directory, String configuration, String... arguments) {
    return new RedisProcess(directory, List.of(configuration), List.of(arguments));
  }

  /** Its address, for {@code BLAZON_REDIS_URL}. */
  public URI url() {
    return URI.create("redis://127.0.0.1:" + port);
  }

  public int port() {
    return port;
  }

  /** Kills it with SIGKILL. */
  public void kill() {
    process.destroyForcibly();
    try {
      process.waitFor(START_PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Starts it again on the same port, empty. */
  public void restart() {
    start();
  }

  /** Stops it with SIGSTOP: connections stay open, but it does not reply. */
  public void freeze() {
    signal("STOP");
  }

  public void thaw() {
    signal("CONT");
  }

  /** Runs {@code redis-cli} against it, and returns the output. */
  public String cli(String... arguments) {
    List<String> command = new ArrayList<>(List.of("redis-cli", "-p", Integer.toString(port)));
    command.addAll(List.of(arguments));
    return run(command);
  }

  /** The number of its keys; 0 for a sentinel. */
  public int keys() {
    String answer = cli("DBSIZE").strip();
    return answer.chars().allMatch(Character::isDigit) ? Integer.parseInt(answer) : 0;
  }

  @Override
  public void close() {
    kill();
  }

  private void start() {
    List<String> command = new ArrayList<>(List.of("redis-server"));
    command.addAll(configuration);
    command.addAll(List.of("--port", Integer.toString(port), "--bind", "127.0.0.1"));
    command.addAll(List.of("--save", "", "--appendonly", "no", "--dir", directory.toString()));
    command.addAll(extra);
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException("redis-server is needed for this test", e);
    }
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_PATIENCE_SECONDS);
    while (!isListening()) {
      if (System.nanoTime() > deadline || !process.isAlive()) {
        throw new IllegalStateException("redis-server did not start");
      }
      Thread.onSpinWait();
    }
  }

  private boolean isListening() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void signal(String name) {
    run(List.of("kill", "-" + name, Long.toString(process.pid())));
  }

  private static String run(List<String> command) {
    try {
      Process running = new ProcessBuilder(command).redirectErrorStream(true).start();
      return new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
