package dev.blazon.stats.command;

/** The command cannot do what it was asked for, though the arguments are well-formed. */
final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1;

  ProblemException(String message) {
    super(message);
  }
}
