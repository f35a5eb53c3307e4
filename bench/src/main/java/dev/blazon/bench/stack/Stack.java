package dev.blazon.bench.stack;

import dev.blazon.bench.Child;
import dev.blazon.bench.Place;
import dev.blazon.bench.UpstreamProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A running {@code ./blazon stack}, and the stand-in for its upstreams. */
final class Stack implements AutoCloseable {

  /** Includes the time for a build. */
  private static final Duration START_TIMEOUT = Duration.ofMinutes(5);

  private final UpstreamProcess upstream;
  private final Child stack;
  private final URI address;

  private Stack(UpstreamProcess upstream, Child stack, URI address) {
    this.upstream = upstream;
    this.stack = stack;
    this.address = address;
  }

  static Stack start(Place place) throws IOException, InterruptedException {
    UpstreamProcess upstream =
        UpstreamProcess.start(place, "stack-upstream", UnaryOperator.identity());
    try {
      Path cache = Files.createTempDirectory(Files.createDirectories(place.work()), "cache");
      Map<String, String> environment = new HashMap<>(upstream.settings(cache));
      environment.put("BLAZON_PORT", "0");
      environment.put("BLAZON_CACHE_DIR", cache.toString());
      Child stack =
          Child.start(
              "stack",
              place,
              List.of(place.root().resolve("blazon").toString(), "stack"),
              environment);
      try {
        String text = stack.awaitText("stack: ready at ", START_TIMEOUT);
        URI address = StackLines.parse(text).address().orElseThrow();
        return new Stack(upstream, stack, address);
      } catch (IOException | InterruptedException | RuntimeException e) {
        stack.close();
        throw e;
      }
    } catch (IOException | InterruptedException | RuntimeException e) {
      upstream.close();
      throw e;
    }
  }

  /** The address of Varnish, which serves the badges. */
  URI address() {
    return address;
  }

  /** The output so far. */
  StackLines lines() throws IOException {
    return StackLines.parse(stack.text());
  }

  UpstreamProcess upstream() {
    return upstream;
  }

  /** Fetches the body at this address. */
  static String get(URI address) throws IOException {
    try (InputStream in = address.toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    stack.close();
    upstream.close();
  }
}
