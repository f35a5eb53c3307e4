package dev.blazon.api.lookup.store;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where facts are kept beyond this process's memory. Never in the way: when it is slow or gone, it
 * has nothing. Its futures never fail.
 */
public interface FactStore {

  /** Its name among the tiers of the caches; empty: nothing is kept. */
  Optional<LookupMetrics.Tier> tier();

  /** Keeps nothing. */
  FactStore NONE =
      new FactStore() {
        @Override
        public Optional<LookupMetrics.Tier> tier() {
          return Optional.empty();
        }

        @Override
        public Future<Optional<byte[]>> get(String key) {
          return Future.succeededFuture(Optional.empty());
        }

        @Override
        public void put(String key, Supplier<byte[]> value, Duration kept) {}

        @Override
        public Future<Void> close() {
          return Future.succeededFuture();
        }
      };

  Future<Optional<byte[]>> get(String key);

  /**
   * Keeps a value, if it can, some time after this returns.
   *
   * @param value is asked for its bytes only when they will be kept, on any thread
   */
  void put(String key, Supplier<byte[]> value, Duration kept);

  /**
   * Waits for whatever keeps the facts.
   *
   * @return completed when it has been reached, or the patience has ended
   */
  default Future<Void> reachable(Duration patience) {
    return Future.succeededFuture();
  }

  Future<Void> close();
}
