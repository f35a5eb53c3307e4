package dev.blazon.stats.command;

/** The arguments and settings do not go together. */
final class BadInputException extends RuntimeException {

  private static final long serialVersionUID = 1;

  BadInputException(String message) {
    super(message);
  }
}
