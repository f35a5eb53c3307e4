package dev.blazon.stats.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, or any other wish that the process ends. The command notices it at the next step of its
 * work, undoes what is not committed, and ends; the JVM waits for that, for some seconds. A command
 * that takes longer is killed in the middle, which the database survives, too.
 */
final class Interruption {

  /** To undo a month takes as long as to close a file. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean wished;

  /** Thrown by {@link #check}. */
  static final class InterruptedByUserException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Lets the end of the process wait for the present thread, which runs the command. */
  void watch() {
    Thread command = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (ended.getCount() > 0) {
                    wished = true;
                    command.interrupt(); // It may wait for a source.
                    awaitEnd();
                  }
                },
                "interruption"));
  }

  private void awaitEnd() {
    try {
      if (!ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The command has ended. */
  void end() {
    ended.countDown();
  }

  boolean isWished() {
    return wished;
  }

  /** Ends the command if the user wishes so. */
  void check() {
    if (wished) {
      throw new InterruptedByUserException();
    }
  }
}
