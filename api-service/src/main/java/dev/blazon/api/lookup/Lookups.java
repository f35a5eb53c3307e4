package dev.blazon.api.lookup;

import io.vertx.core.Future;
import java.time.Duration;

/** Looks facts up. Thread-safe. */
public interface Lookups {

  /**
   * The facts with this key.
   *
   * @return the answer, on the event loop of the caller, within the upstream deadline; never a
   *     failure
   */
  <T> Future<Answer<T>> find(FactKey<T> key);

  /**
   * Waits for the shared store, if there is one.
   *
   * @return completed when it has been reached, or the patience has ended; never fails
   */
  Future<Void> reachable(Duration patience);

  /** Closes connections and files; what is under way fails. */
  Future<Void> close();
}
