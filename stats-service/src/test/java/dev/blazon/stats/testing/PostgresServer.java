package dev.blazon.stats.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A real PostgreSQL server on a free local port, with files in a temporary folder. It refuses to
 * run as root, so root starts it as the user {@code postgres}. It is stopped when closed, or when
 * the JVM ends.
 */
public final class PostgresServer implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;

  /** Tests end processes and not the machine, so what the kernel has is safe. */
  private static final String NEVER_SYNC = " -c fsync=off";

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final Path programs;
  private final Path folder;
  private final int port;

  private PostgresServer() {
    programs = programs();
    port = freePort();
    try {
      folder = Files.createTempDirectory("blazon-postgresql");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (isRoot()) {
      run(List.of("chown", "postgres", folder.toString()));
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    run(asUser("initdb", "-D", data(), "-A", "trust", "-U", "postgres", "-N"));
    startServer();
  }

  /** Makes a server, and waits until it answers. */
  public static PostgresServer start() {
    return new PostgresServer();
  }

  private void startServer() {
    run(
        asUser(
            "pg_ctl",
            "-D",
            data(),
            "-w",
            "-l",
            folder.resolve("log").toString(),
            "-o",
            "-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1" + NEVER_SYNC,
            "start"));
  }

  private static Path programs() {
    try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder())
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL is not installed: ./blazon test installs it", e);
    }
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  /** The address of a new, empty database. */
  public String newDatabase() {
    String name = "blazon" + DATABASES.incrementAndGet();
    String server = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    try (Connection connection = DriverManager.getConnection(server);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return "postgresql://postgres@127.0.0.1:" + port + "/" + name;
  }

  /** Ends it at once, without writing what it has in memory; {@link #restart} recovers. */
  public void crash() {
    run(asUser("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop"));
  }

  /** Ends all its processes by SIGKILL; {@link #restart} recovers. */
  public void kill() {
    List<ProcessHandle> processes = Stream.concat(Stream.of(first()), first().children()).toList();
    processes.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle process : processes) {
      process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
  }

  /** Stops all its processes, which keep their connections and answer nothing. */
  public void freeze() {
    signal("-STOP");
  }

  /** Lets a frozen server go on. */
  public void thaw() {
    signal("-CONT");
  }

  private void signal(String signal) {
    // The first one starts the others, so it is stopped first.
    signal(signal, first());
    first().children().forEach(process -> signal(signal, process));
  }

  private static void signal(String signal, ProcessHandle process) {
    try {
      run(List.of("kill", signal, Long.toString(process.pid())));
    } catch (IllegalStateException e) {
      if (process.isAlive()) {
        throw e;
      }
    }
  }

  private ProcessHandle first() {
    try {
      String pid = Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0);
      return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it again on the same port, with the same databases. */
  public void restart() {
    startServer();
  }

  private void stop() {
    if (Files.exists(folder.resolve("data/postmaster.pid"))) {
      thaw();
      crash();
    }
    if (Files.exists(folder)) {
      run(List.of("rm", "-rf", folder.toString()));
    }
  }

  @Override
  public void close() {
    stop();
  }

  private List<String> asUser(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static void run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException("failed: " + String.join(" ", command));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
