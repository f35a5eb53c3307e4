package dev.blazon.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Blazon in one process, as {@code ./blazon run} starts it, and the stand-in for PyPI. */
public final class Blazon implements AutoCloseable {

  private static final Duration STARTS_WITHIN = Duration.ofSeconds(30);

  private final Child server;
  private final UpstreamProcess upstream;
  private final URI address;

  private Blazon(Child server, UpstreamProcess upstream, URI address) {
    this.server = server;
    this.upstream = upstream;
    this.address = address;
  }

  static Blazon start(Place place) throws IOException, InterruptedException {
    return start(place, Map.of());
  }

  /** Starts it with some settings of its own. */
  public static Blazon start(Place place, Map<String, String> settings)
      throws IOException, InterruptedException {
    UpstreamProcess upstream = UpstreamProcess.start(place, "upstream", Cores.LOAD::pinned);
    URI address = URI.create("http://127.0.0.1:" + Place.freePort());
    Path folder = folder(place);
    Child server =
        Child.start(
            "blazon",
            place,
            command(place),
            environment(address, folder, with(upstream.settings(folder), settings)));
    Blazon blazon = new Blazon(server, upstream, address);
    try {
      server.await(address.resolve("/version/seen-1/badge.svg"), STARTS_WITHIN);
      return blazon;
    } catch (IOException | InterruptedException | RuntimeException e) {
      blazon.close();
      throw e;
    }
  }

  /** Measures the time from the start to the first badge, with empty caches. */
  public static Duration timeToFirstBadge(Place place) throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + Place.freePort());
    long start = System.nanoTime();
    Map<String, String> alone =
        Map.of("BLAZON_PYPI_URL", address.toString(), "BLAZON_STATS", "off");
    try (Child server =
        Child.start("start", place, command(place), environment(address, folder(place), alone))) {
      server.await(address.resolve("/badge/first-badge-blue.svg"), STARTS_WITHIN);
      return Duration.ofNanos(System.nanoTime() - start);
    }
  }

  private static List<String> command(Place place) {
    return Cores.SERVER.pinned(List.of(place.root().resolve("blazon").toString(), "run"));
  }

  private static Path folder(Place place) throws IOException {
    return Files.createTempDirectory(Files.createDirectories(place.work()), "cache");
  }

  private static Map<String, String> with(Map<String, String> usual, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(usual);
    all.putAll(settings);
    return all;
  }

  private static Map<String, String> environment(
      URI address, Path folder, Map<String, String> upstream) {
    Map<String, String> environment = new HashMap<>(upstream);
    environment.put("BLAZON_PORT", Integer.toString(address.getPort()));
    environment.put("BLAZON_ADMIN_PORT", "0");
    environment.put("BLAZON_CACHE_DIR", folder.toString());
    return environment;
  }

  /** The address of this path. */
  public URI at(String path) {
    return address.resolve(path);
  }

  UpstreamProcess upstream() {
    return upstream;
  }

  public Memory memory() throws IOException {
    return server.memory();
  }

  @Override
  public void close() {
    server.close();
    upstream.close();
  }
}
