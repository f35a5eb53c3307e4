package dev.blazon.api.question;

import dev.blazon.api.stats.Deadline;
import dev.blazon.service.Contexts;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Lets a few pieces of work run at once; the others wait in order, and what does not fit is
 * refused. Work that needs much memory takes turns, so that its memory is bounded in sum.
 * Thread-safe.
 */
public final class Turns {

  private final int waiting;
  private final Deque<Promise<Void>> queue = new ArrayDeque<>();
  private int free;

  /**
   * Creates the turns.
   *
   * @param atOnce how many pieces of work run at once
   * @param waiting how many more may wait
   */
  public Turns(int atOnce, int waiting) {
    this.free = atOnce;
    this.waiting = waiting;
  }

  /**
   * Runs the work when its turn has come, on the caller's context. The turn ends with the work.
   *
   * @return its result; fails with {@link RefusedException} if too much is waiting, or if the turn
   *     comes after the deadline
   */
  public <T> Future<T> take(Deadline deadline, Supplier<Future<T>> work) {
    Promise<Void> turn = Promise.promise();
    if (!enter(turn)) {
      return Future.failedFuture(new RefusedException(Refusal.busy()));
    }
    return Contexts.resumeOnCaller(turn.future())
        .compose(
            now ->
                deadline.hasPassed()
                    ? Future.failedFuture(new RefusedException(Refusal.late()))
                    : work.get())
        .onComplete(ended -> leave());
  }

  private boolean enter(Promise<Void> turn) {
    synchronized (this) {
      if (free == 0) {
        return queue.size() < waiting && queue.add(turn);
      }
      free--;
    }
    turn.complete();
    return true;
  }

  private void leave() {
    Promise<Void> next;
    synchronized (this) {
      next = queue.poll();
      if (next == null) {
        free++;
        return;
      }
    }
    next.complete();
  }
}
