package dev.blazon.service;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/**
 * Completes futures on a given Vert.x context. Work that one event loop started may be awaited on
 * others, and each caller must continue on its own event loop. Thread-safe.
 */
public final class Contexts {

  private Contexts() {}

  /**
   * A future with the same result or failure, completed on the caller's Vert.x context. Without a
   * context, the given future itself.
   */
  public static <T> Future<T> resumeOnCaller(Future<T> elsewhere) {
    Context caller = Vertx.currentContext();
    return caller == null ? elsewhere : resumeOn(caller, elsewhere);
  }

  /**
   * A future with the same result or failure, completed on the given context; directly if the
   * result arrives there already. Call it on that context's event loop: a handler that another
   * thread adds after completion runs on that other thread.
   */
  public static <T> Future<T> resumeOn(Context home, Future<T> elsewhere) {
    Promise<T> back = Promise.promise();
    elsewhere.onComplete(
        (result, failure) -> {
          if (isHere(home)) {
            back.complete(result, failure);
          } else {
            home.runOnContext(turn -> back.complete(result, failure));
          }
        });
    return back.future();
  }

  /** A worker thread has the context of its event loop, but does not run on the loop. */
  private static boolean isHere(Context home) {
    return Vertx.currentContext() == home
        && home.isEventLoopContext() == Context.isOnEventLoopThread();
  }
}
