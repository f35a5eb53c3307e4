package dev.blazon.stats.demand;

/**
 * What a source gave could not be kept, or it could not be seen what is kept already. Whoever
 * throws it has logged the cause.
 */
public final class NotKeptException extends Exception {

  private static final long serialVersionUID = 1;

  public NotKeptException(Throwable cause) {
    super(cause);
  }
}
