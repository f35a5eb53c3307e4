package dev.blazon.bench.usage;

import dev.blazon.bench.Child;
import dev.blazon.bench.Place;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** All of Blazon in one process, with usage reports switched on. */
final class UsageServer implements AutoCloseable {

  static final String REPORT = "/v1/on_import";

  private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

  private final Child process;
  private final URI address;

  private UsageServer(Child process, URI address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts it, and waits until it is ready.
   *
   * @param command starts the API service
   * @param folder has the database, which may have reports already
   */
  static UsageServer start(Place place, List<String> command, Path folder)
      throws IOException, InterruptedException {
    int port = Place.freePort();
    URI address = URI.create("http://127.0.0.1:" + port);
    Child process =
        Child.start(
            "usage-server",
            place,
            command,
            Map.ofEntries(
                Map.entry("BLAZON_HOST", "127.0.0.1"),
                Map.entry("BLAZON_PORT", Integer.toString(port)),
                Map.entry("BLAZON_ADMIN_PORT", "0"),
                Map.entry("BLAZON_DRAIN", "0s"),
                Map.entry("BLAZON_CACHE_DIR", folder.resolve("cache").toString()),
                Map.entry("BLAZON_STATS", "off"),
                Map.entry("BLAZON_USAGE", "on"),
                Map.entry("BLAZON_USAGE_READERS", "everyone"),
                Map.entry("BLAZON_USAGE_DATABASE", "sqlite:" + database(folder))));
    UsageServer server = new UsageServer(process, address);
    try {
      process.await(address.resolve("/readyz"), STARTS_WITHIN);
      return server;
    } catch (IOException | InterruptedException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** Where the database is. */
  static Path database(Path folder) {
    return folder.resolve("database");
  }

  URI address() {
    return address;
  }

  long peakBytes() throws IOException {
    return process.memory().peak();
  }

  /** The path and query that count by these fields. */
  static String count(String groupBy) {
    return "/v1/count?format=json&group_by=" + URLEncoder.encode(groupBy, StandardCharsets.UTF_8);
  }

  /** Whether an answer says that reports are on disk. */
  static boolean isAccepted(Buffer answer) {
    try {
      return answer.toJsonObject().getBoolean("success", false);
    } catch (DecodeException | ClassCastException e) {
      return false;
    }
  }

  /** What a count says. */
  JsonObject ask(String groupBy) throws IOException {
    try (var answer = address.resolve(count(groupBy)).toURL().openStream()) {
      return new JsonObject(Buffer.buffer(answer.readAllBytes()));
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
