package dev.blazon.bench.stats;

import dev.blazon.bench.Child;
import dev.blazon.bench.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of this bench, with the settings that Debian gives it, on the core of the
 * importer. Root starts it as the user {@code postgres}, since it refuses to be root.
 */
final class PostgresProcess implements AutoCloseable {

  private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Place place;
  private final Path programs;
  private final Path folder;
  private final int port;
  private final Thread hook = new Thread(this::stop);

  private PostgresProcess(Place place, Path programs) throws IOException, InterruptedException {
    this.place = place;
    this.programs = programs;
    // Not in the checkout, whose folders another user may not enter.
    this.folder = Files.createTempDirectory("blazon-bench-postgresql");
    this.port = Place.freePort();
    Runtime.getRuntime().addShutdownHook(hook);
    if (isRoot()) {
      Child.output(place, List.of("chown", "postgres", folder.toString()), PATIENCE);
    }
    run("initdb", "-D", data(), "-A", "trust", "-U", "postgres");
    run(
        "pg_ctl",
        "-D",
        data(),
        "-w",
        "-l",
        folder.resolve("log").toString(),
        "-o",
        "-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1",
        "start");
  }

  /** Starts one; empty if PostgreSQL is not installed. */
  static Optional<PostgresProcess> start(Place place) throws IOException, InterruptedException {
    if (!Files.isDirectory(VERSIONS)) {
      return Optional.empty();
    }
    Optional<Path> programs;
    try (Stream<Path> versions = Files.list(VERSIONS)) {
      programs =
          versions
              .map(version -> version.resolve("bin"))
              .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
              .max(Comparator.naturalOrder());
    }
    return programs.isEmpty()
        ? Optional.empty()
        : Optional.of(new PostgresProcess(place, programs.get()));
  }

  /** An empty database. */
  String url() {
    return "postgresql://postgres@127.0.0.1:" + port + "/postgres";
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private void run(String program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    Child.output(place, StoreProcess.pinned(command), PATIENCE);
  }

  private void stop() {
    try {
      if (Files.exists(folder.resolve("data/postmaster.pid"))) {
        run("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
      }
      Child.output(place, List.of("rm", "-rf", folder.toString()), PATIENCE);
    } catch (IOException e) {
      System.err.println("bench: stats: PostgreSQL could not be stopped: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(hook);
    stop();
  }
}
