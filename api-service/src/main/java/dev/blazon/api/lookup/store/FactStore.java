package dev.blazon.api.lookup.store;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A cache of facts outside this process's memory. A store that is slow or unreachable answers as if
 * it were empty, so that it never delays a badge. Its futures never fail.
 */
public interface FactStore {

  /** The store's name among the tiers of the caches; empty: it stores nothing. */
  Optional<LookupMetrics.Tier> tier();

  /** A store that stores nothing. */
  FactStore NONE =
      new FactStore() {
        @Override
        public Optional<LookupMetrics.Tier> tier() {
          return Optional.empty();
        }

        @Override
        public Future<StoredValue> get(String key) {
          return Future.succeededFuture(StoredValue.NOTHING);
        }

        @Override
        public void put(String key, Supplier<Optional<byte[]>> value, Duration timeToLive) {}

        @Override
        public Future<Void> close() {
          return Future.succeededFuture();
        }
      };

  /** Reads a value, of which {@link CachedFactCodec#MAX_BYTES} and one bytes at most. */
  Future<StoredValue> get(String key);

  /**
   * Stores a value if it can, some time after this method returns.
   *
   * @param value supplies the bytes, or nothing if they are not worth storing; called on any
   *     thread, and only if they would be stored
   */
  void put(String key, Supplier<Optional<byte[]>> value, Duration timeToLive);

  /**
   * Waits for the store.
   *
   * @return completed when the store has been reached or the timeout has passed
   */
  default Future<Void> reachable(Duration timeout) {
    return Future.succeededFuture();
  }

  Future<Void> close();
}
