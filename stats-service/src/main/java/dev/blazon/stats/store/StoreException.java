package dev.blazon.stats.store;

/**
 * The database could not do what it was asked for. The message says what was tried, and why it
 * failed.
 */
public class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public StoreException(String message) {
    super(message);
  }

  public StoreException(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
