package dev.blazon.api.lookup;

import dev.blazon.upstream.Fetched;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Where one kind of facts comes from: an upstream, and what is not worth asking it. Thread-safe.
 */
interface FactSource<K extends FactKey<T>, T> {

  /** The answer to a key that needs no look-up, because no upstream may or can be asked for it. */
  default Optional<Answer<T>> refuse(K key) {
    return Optional.empty();
  }

  /**
   * Asks the upstream.
   *
   * @param key one that is not refused
   * @param etag of the facts that are known already
   * @return what it said; a failure of the future is a mistake of ours
   */
  Future<Fetched<T>> fetch(K key, Optional<String> etag);
}
