package dev.blazon.api.dialect;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The package indexes that the operator listed. A badge URL can choose one of these and no other
 * host.
 */
public final class Indexes {

  private final Map<String, Optional<String>> byUrl = new HashMap<>();
  private final Map<String, URI> further;

  /**
   * @param usual the index that is used if a URL chooses none
   * @param further the other indexes by name
   */
  public Indexes(URI usual, Map<String, URI> further) {
    this.further = Map.copyOf(further);
    further.forEach((name, url) -> byUrl.put(key(url.toString()), Optional.of(name)));
    byUrl.put(key(usual.toString()), Optional.empty());
  }

  boolean has(String name) {
    return further.containsKey(name);
  }

  /** Whether an index with this address is listed. */
  boolean hasUrl(String url) {
    return byUrl.containsKey(key(url));
  }

  /** The name of the listed index with this address; empty for the usual one. */
  Optional<String> nameOf(String url) {
    return byUrl.getOrDefault(key(url), Optional.empty());
  }

  private static String key(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
