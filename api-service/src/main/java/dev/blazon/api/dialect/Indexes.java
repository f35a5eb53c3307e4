package dev.blazon.api.dialect;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The package indexes that the operator listed. A URL chooses among them; it never decides which
 * host is asked.
 */
public final class Indexes {

  private final Map<String, Optional<String>> byUrl = new HashMap<>();
  private final Map<String, URI> further;

  /**
   * @param usual the index that is asked when a URL chooses none
   * @param further others by name
   */
  public Indexes(URI usual, Map<String, URI> further) {
    this.further = Map.copyOf(further);
    further.forEach((name, url) -> byUrl.put(key(url.toString()), Optional.of(name)));
    byUrl.put(key(usual.toString()), Optional.empty());
  }

  boolean has(String name) {
    return further.containsKey(name);
  }

  /** Whether the address is a listed index's. */
  boolean hasUrl(String url) {
    return byUrl.containsKey(key(url));
  }

  /** The name of the index at that listed address; empty: the usual one. */
  Optional<String> nameOf(String url) {
    return byUrl.getOrDefault(key(url), Optional.empty());
  }

  private static String key(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
