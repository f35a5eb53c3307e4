package dev.blazon.service;

import java.util.concurrent.ThreadFactory;

/** Makes threads that do not keep the process from ending. */
public final class DaemonThreads {

  private DaemonThreads() {}

  /** A factory whose threads all have this name, which thread dumps and logs show. */
  public static ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
