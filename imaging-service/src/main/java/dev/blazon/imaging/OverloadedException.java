package dev.blazon.imaging;

/** There is more to paint than can be painted soon; asking again later helps. */
public final class OverloadedException extends RuntimeException {

  OverloadedException(String workers) {
    super("too much is waiting for " + workers);
  }

  /** Nothing is wrong in the code, so where it happened is of no interest. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
