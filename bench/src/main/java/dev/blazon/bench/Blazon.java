package dev.blazon.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** All of Blazon in one process, as {@code ./blazon run} starts it, and the stand-in for PyPI. */
public final class Blazon implements AutoCloseable {

  /** As PyPI answers a project of middling size. */
  public static final int DOCUMENT_BYTES = 46 * 1024;

  public static final Duration UPSTREAM_DELAY = Duration.ofMillis(20);

  /** Longer than a lookup takes, with its one retry. */
  private static final Duration QUIET = Duration.ofSeconds(4);

  private static final Duration STARTS_WITHIN = Duration.ofSeconds(30);

  private final Child server;
  private final Child upstream;
  private final URI address;
  private final URI upstreamAddress;

  private Blazon(Child server, Child upstream, URI address, URI upstreamAddress) {
    this.server = server;
    this.upstream = upstream;
    this.address = address;
    this.upstreamAddress = upstreamAddress;
  }

  static Blazon start(Place place) throws IOException, InterruptedException {
    URI upstreamAddress = URI.create("http://127.0.0.1:" + Place.freePort());
    Child upstream =
        Child.start(
            "upstream",
            place,
            Cores.LOAD.pinned(
                place.java(
                    UpstreamStub.class.getName(),
                    Integer.toString(upstreamAddress.getPort()),
                    Long.toString(UPSTREAM_DELAY.toMillis()),
                    Integer.toString(DOCUMENT_BYTES))),
            Map.of());
    URI address = URI.create("http://127.0.0.1:" + Place.freePort());
    Child server =
        Child.start("blazon", place, command(place), environment(place, address, upstreamAddress));
    Blazon blazon = new Blazon(server, upstream, address, upstreamAddress);
    try {
      upstream.await(upstreamAddress.resolve("/stub/requests"), STARTS_WITHIN);
      server.await(address.resolve("/version/seen-1/badge.svg"), STARTS_WITHIN);
      return blazon;
    } catch (IOException | InterruptedException | RuntimeException e) {
      blazon.close();
      throw e;
    }
  }

  /** How long a start takes, until the first badge is there, with nothing kept from before. */
  static Duration timeToFirstBadge(Place place) throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + Place.freePort());
    long start = System.nanoTime();
    try (Child server =
        Child.start("start", place, command(place), environment(place, address, address))) {
      server.await(address.resolve("/badge/first-badge-blue.svg"), STARTS_WITHIN);
      return Duration.ofNanos(System.nanoTime() - start);
    }
  }

  private static List<String> command(Place place) {
    return Cores.SERVER.pinned(List.of(place.root().resolve("blazon").toString(), "run"));
  }

  private static Map<String, String> environment(Place place, URI address, URI upstream)
      throws IOException {
    Path cache = Files.createTempDirectory(Files.createDirectories(place.work()), "cache");
    Map<String, String> environment = new HashMap<>();
    environment.put("BLAZON_PORT", Integer.toString(address.getPort()));
    environment.put("BLAZON_ADMIN_PORT", "0");
    environment.put("BLAZON_PYPI_URL", upstream.toString());
    environment.put("BLAZON_PYPISTATS_URL", upstream.toString());
    environment.put("BLAZON_CACHE_DIR", cache.toString());
    return environment;
  }

  /** The address of that path. */
  URI at(String path) {
    return address.resolve(path);
  }

  /** The address of that path of the stand-in for PyPI. */
  URI upstreamAt(String path) {
    return upstreamAddress.resolve(path);
  }

  Memory memory() throws IOException {
    return server.memory();
  }

  /** How many requests the stand-in for PyPI has seen. */
  long upstreamRequests() throws IOException {
    try (var in = upstreamAt("/stub/requests").toURL().openStream()) {
      return Long.parseLong(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  /**
   * The same, once no more come: a load that was cut off at its end leaves lookups behind, which go
   * on without it.
   */
  long upstreamRequestsWhenQuiet() throws IOException, InterruptedException {
    long before;
    long now = upstreamRequests();
    do {
      before = now;
      TimeUnit.MILLISECONDS.sleep(QUIET.toMillis());
      now = upstreamRequests();
    } while (now != before);
    return now;
  }

  void upstreamDelay(Duration delay) throws IOException {
    try (var in = upstreamAt("/stub/delay?ms=" + delay.toMillis()).toURL().openStream()) {
      in.readAllBytes();
    }
  }

  @Override
  public void close() {
    server.close();
    upstream.close();
  }
}
