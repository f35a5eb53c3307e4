package dev.blazon.service;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Single flight: those who ask for the same thing at the same time share one piece of work. A
 * flight ends when its work ends, however it ends, also by an exception; the next who asks starts a
 * new one. Thread-safe.
 *
 * @param <K> what is asked for
 * @param <V> the result
 */
public final class Flights<K, V> {

  private final ConcurrentMap<K, Promise<V>> underWay = new ConcurrentHashMap<>();

  /**
   * Joins the flight for this key, or starts one.
   *
   * @param work is called by the one who starts the flight, on their thread
   * @return the work's result, or its failure, on the caller's Vert.x context when there is one
   */
  public Future<V> join(K key, Supplier<Future<V>> work) {
    return join(key, early -> work.get());
  }

  /**
   * As {@link #join(Object, Supplier)}, for work that can answer before it has ended.
   *
   * @param work gets a promise: once that is completed, everyone in the flight has its result, also
   *     those who join later, while the work goes on
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

  /** Work that throws instead of failing would leave a flight that never ends. */
  private static <V> Future<V> start(Promise<V> begun, Function<Promise<V>, Future<V>> work) {
    try {
      return work.apply(begun);
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }
}
