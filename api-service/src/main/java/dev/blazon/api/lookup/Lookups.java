package dev.blazon.api.lookup;

import dev.blazon.service.Contexts;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

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
   * Finds the facts with this key in a reader's time.
   *
   * @return the answer; {@link Answer.Reason#SLOW} if there is none in time. The future never fails
   */
  default <T> Future<Answer<T>> find(FactKey<T> key, Duration within) {
    return Contexts.resumeOnCaller(find(key))
        .timeout(within.toMillis(), TimeUnit.MILLISECONDS)
        .otherwise(late -> new Answer.Failed<>(Answer.Reason.SLOW));
  }

  /**
   * Waits for the shared store, if there is one.
   *
   * @return completed when the store has been reached or the timeout has passed; never fails
   */
  Future<Void> reachable(Duration timeout);

  /** Closes connections and files. Look-ups under way fail. */
  Future<Void> close();
}
