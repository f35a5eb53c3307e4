package dev.blazon.bench.load;

import java.util.Locale;

/**
 * One request of a load, a GET.
 *
 * @param group under which its latency is told apart: {@code repeated}, {@code new} …
 * @param path and query, as they stand in the request line
 */
public record Wanted(String group, String path) {

  /** What kind of answer the path asks for. */
  enum Kind {
    SVG,
    PNG,
    JSON
  }

  /** By the extension; a path without one asks for SVG. */
  Kind kind() {
    int query = path.indexOf('?');
    String name = (query < 0 ? path : path.substring(0, query)).toLowerCase(Locale.ROOT);
    if (name.endsWith(".png")) {
      return Kind.PNG;
    }
    return name.endsWith(".json") ? Kind.JSON : Kind.SVG;
  }
}
