package dev.blazon.service;

/** Thrown if too much work is waiting. A later try may succeed. */
public final class OverloadedException extends RuntimeException {

  /**
   * Creates the exception.
   *
   * @param workers what is short: the name of workers or of a budget
   */
  public OverloadedException(String workers) {
    super("too much is waiting for " + workers);
  }

  /** Fills in nothing: overload is not a bug, so the stack trace is of no use. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
