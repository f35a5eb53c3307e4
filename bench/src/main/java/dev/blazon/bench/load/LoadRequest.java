package dev.blazon.bench.load;

import io.vertx.core.buffer.Buffer;
import java.util.Locale;
import java.util.Optional;

/**
 * One request of a load.
 *
 * @param group the group of its latency: {@code repeated}, {@code new} …
 * @param path path and query, as in the request line
 * @param body of a POST request in JSON; empty: it is a GET request
 */
public record LoadRequest(String group, String path, Optional<Buffer> body) {

  /** A GET request. */
  public LoadRequest(String group, String path) {
    this(group, path, Optional.empty());
  }

  /** The format of the requested badge. */
  enum Kind {
    SVG,
    PNG,
    JSON
  }

  /** The format by the path's extension; SVG if there is none. */
  Kind kind() {
    int query = path.indexOf('?');
    String name = (query < 0 ? path : path.substring(0, query)).toLowerCase(Locale.ROOT);
    if (name.endsWith(".png")) {
      return Kind.PNG;
    }
    return name.endsWith(".json") ? Kind.JSON : Kind.SVG;
  }
}
