package dev.blazon.api.lookup;

import dev.blazon.upstream.Fetched;
import io.vertx.core.Future;
import java.util.Optional;

/** The upstream of one kind of facts, and the keys that it never gets. Thread-safe. */
interface FactSource<K extends FactKey<T>, T> {

  /** The answer to a key that must not or cannot be fetched; empty if the key is to be fetched. */
  default Optional<Answer<T>> refuse(K key) {
    return Optional.empty();
  }

  /**
   * Fetches the facts from the upstream.
   *
   * @param key one that is not refused
   * @param etag the entity tag of the facts that are cached already
   * @return the upstream's reply; the future fails only by an error in our own code
   */
  Future<Fetched<T>> fetch(K key, Optional<String> etag);
}
