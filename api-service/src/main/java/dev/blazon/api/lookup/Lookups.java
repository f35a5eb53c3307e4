package dev.blazon.api.lookup;

import io.vertx.core.Future;
import java.time.Duration;

/** Looks up facts by key. Thread-safe. */
public interface Lookups {

  /**
   * Finds the facts with this key.
   *
   * @return the answer, on the event loop of the caller, within the upstream deadline; the future
   *     never fails
   */
  <T> Future<Answer<T>> find(FactKey<T> key);

  /**
   * Waits for the shared store, if there is one.
   *
   * @return completed when the store has been reached or the timeout has passed; never fails
   */
  Future<Void> reachable(Duration timeout);

  /** Closes connections and files. Look-ups under way fail. */
  Future<Void> close();
}
