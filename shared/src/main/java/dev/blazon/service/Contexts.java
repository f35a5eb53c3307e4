package dev.blazon.service;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/**
 * Brings a result back to those who wait for it: what was begun for one event loop may be waited
 * for on others, and each expects to go on where it stood. Thread-safe.
 */
public final class Contexts {

  private Contexts() {}

  /** The same result, or failure, on the Vert.x context of the caller, when there is one. */
  public static <T> Future<T> resumeOnCaller(Future<T> elsewhere) {
    Context caller = Vertx.currentContext();
    return caller == null ? elsewhere : resumeOn(caller, elsewhere);
  }

  /**
   * The same result, or failure, on that context; without a detour when it is there already. Meant
   * for callers on that context's event loop: a handler that another thread adds when the result
   * has already come runs where it was added.
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

  /** A worker thread that does something for an event loop has its context, but is not there. */
  private static boolean isHere(Context home) {
    return Vertx.currentContext() == home
        && home.isEventLoopContext() == Context.isOnEventLoopThread();
  }
}
