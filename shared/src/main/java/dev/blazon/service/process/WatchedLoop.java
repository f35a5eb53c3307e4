package dev.blazon.service.process;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * One event loop as the watchdog sees it: a small task is given to it, and the next one when it has
 * run. Used on the watchdog's thread; only the task runs on the loop.
 */
final class WatchedLoop {

  private final Executor executor;
  private volatile Optional<Thread> thread = Optional.empty();
  private volatile boolean answered = true;
  private boolean stalled;
  private long asked;

  WatchedLoop(Executor executor) {
    this.executor = executor;
  }

  /** The name of the loop's thread, as soon as the loop has run a task. */
  String name() {
    return thread.map(Thread::getName).orElse("a new event loop");
  }

  /** What the loop's thread does now. */
  StackTraceElement[] stack() {
    return thread.map(Thread::getStackTrace).orElseGet(() -> new StackTraceElement[0]);
  }

  /** Whether the last task has run. */
  boolean isMoving() {
    return answered;
  }

  /** How long the current task has been waiting, or the last one waited, in nanoseconds. */
  long waited(long now) {
    return now - asked;
  }

  /** Gives the loop another task. */
  void ask(long now) {
    asked = now;
    answered = false;
    try {
      executor.execute(this::answer);
    } catch (RejectedExecutionException e) {
      answered = true; // The loop has ended, because the service stops.
    }
  }

  private void answer() {
    if (thread.isEmpty()) {
      thread = Optional.of(Thread.currentThread());
    }
    answered = true;
  }

  boolean isStalled() {
    return stalled;
  }

  void setStalled(boolean now) {
    stalled = now;
  }
}
