package dev.blazon.badge;

/** Thrown for a badge query in which a parameter has an invalid value. */
public final class InvalidBadgeQueryException extends Exception {

  private final String parameter;

  InvalidBadgeQueryException(String parameter, String problem) {
    super(parameter + ": " + problem);
    this.parameter = parameter;
  }

  /** The name of the parameter whose value is invalid. */
  public String parameter() {
    return parameter;
  }
}
