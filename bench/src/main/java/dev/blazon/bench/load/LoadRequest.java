package dev.blazon.bench.load;

import java.util.Locale;

/**
 * One GET request of a load.
 *
 * @param group the group of its latency: {@code repeated}, {@code new} …
 * @param path path and query, as in the request line
 */
public record LoadRequest(String group, String path) {

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
