package dev.blazon.service;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Single flight: callers that request the same key at the same time share one piece of work. A
 * flight ends when its work completes, fails or throws; the next caller starts a new flight.
 * Thread-safe.
 *
 * @param <K> identifies the work
 * @param <V> the result
 */
public final class Flights<K, V> {

  private final ConcurrentMap<K, Promise<V>> underWay = new ConcurrentHashMap<>();

  /**
   * Joins the flight for this key, or starts one.
   *
   * @param work starts the work; called only if no flight is under way, on the caller's thread
   * @return the result or failure of the work, on the caller's Vert.x context if there is one
   */
  public Future<V> join(K key, Supplier<Future<V>> work) {
    return join(key, early -> work.get());
  }

  /**
   * As {@link #join(Object, Supplier)}, for work that can give a result before it ends.
   *
   * @param work receives a promise. Once that is completed, all callers in the flight get its
   *     result, including those that join later while the work goes on
   */
  public Future<V> join(K key, Function<Promise<V>, Future<V>> work) {
    Promise<V> begun = Promise.promise();
    Promise<V> other = underWay.putIfAbsent(key, begun);
    if (other != null) {
      return Contexts.resumeOnCaller(other.future());
    }
    start(begun, work)
        .onComplete(
            (result, failure) -> {
              underWay.remove(key, begun);
              if (failure == null) {
                begun.tryComplete(result);
              } else {
                begun.tryFail(failure);
              }
            });
    return Contexts.resumeOnCaller(begun.future());
  }

  /** Turns an exception into a failed future; otherwise the flight would never end. */
  private static <V> Future<V> start(Promise<V> begun, Function<Promise<V>, Future<V>> work) {
    try {
      return work.apply(begun);
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }
}
