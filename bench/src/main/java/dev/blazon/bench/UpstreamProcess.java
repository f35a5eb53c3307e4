package dev.blazon.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** The stand-in for PyPI and ClickHouse ({@link UpstreamStub}), as a process of its own. */
public final class UpstreamProcess implements AutoCloseable {

  /** The size of PyPI's document of a medium project. */
  static final int DOCUMENT_BYTES = 46 * 1024;

  static final Duration DELAY = Duration.ofMillis(20);

  /** Longer than a look-up takes, including its one retry. */
  private static final Duration QUIET = Duration.ofSeconds(4);

  private static final Duration STARTS_WITHIN = Duration.ofSeconds(30);

  private final Child process;
  private final URI address;

  private UpstreamProcess(Child process, URI address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts the process, and waits until it answers.
   *
   * @param name the name of its log
   * @param where changes the command, for example to pin it to a core
   */
  public static UpstreamProcess start(Place place, String name, UnaryOperator<List<String>> where)
      throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + Place.freePort());
    List<String> command =
        place.java(
            UpstreamStub.class.getName(),
            Integer.toString(address.getPort()),
            Long.toString(DELAY.toMillis()),
            Integer.toString(DOCUMENT_BYTES));
    Child process = Child.start(name, place, where.apply(command), Map.of());
    try {
      UpstreamProcess upstream = new UpstreamProcess(process, address);
      process.await(upstream.at("/stub/requests"), STARTS_WITHIN);
      return upstream;
    } catch (IOException | InterruptedException | RuntimeException e) {
      process.close();
      throw e;
    }
  }

  /** The address of PyPI. */
  public URI address() {
    return address;
  }

  /**
   * The settings of a service whose facts and counts are from here.
   *
   * @param folder for its database
   */
  public Map<String, String> settings(Path folder) throws IOException {
    String nobody = "http://127.0.0.1:9"; // The discard port, on which nothing listens.
    return Map.of(
        "BLAZON_PYPI_URL",
        address.toString(),
        "BLAZON_CLICKHOUSE_URL",
        get("/stub/clickhouse"),
        "BLAZON_PYPISTATS_URL",
        nobody,
        "BLAZON_PEPY_URL",
        nobody,
        "BLAZON_STATS_DATABASE",
        "sqlite:" + folder.resolve("stats"));
  }

  /** The address of this path. */
  URI at(String path) {
    return address.resolve(path);
  }

  public long pid() {
    return process.pid();
  }

  /** The number of requests so far. */
  public long requests() throws IOException {
    return Long.parseLong(get("/stub/requests"));
  }

  /**
   * The number of requests once no more arrive: look-ups can go on after the load that caused them
   * has ended.
   */
  long requestsWhenQuiet() throws IOException, InterruptedException {
    long before;
    long now = requests();
    do {
      before = now;
      TimeUnit.MILLISECONDS.sleep(QUIET.toMillis());
      now = requests();
    } while (now != before);
    return now;
  }

  /** Sets the time that each response takes from now on. */
  void delay(Duration delay) throws IOException {
    get("/stub/delay?ms=" + delay.toMillis());
  }

  private String get(String path) throws IOException {
    try (InputStream in = at(path).toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
