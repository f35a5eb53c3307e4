package dev.blazon.badge;

/** A badge query with a value that cannot be used. */
public final class InvalidBadgeQueryException extends Exception {

  private final String parameter;

  InvalidBadgeQueryException(String parameter, String problem) {
    super(parameter + ": " + problem);
    this.parameter = parameter;
  }

  /** The parameter whose value is bad. */
  public String parameter() {
    return parameter;
  }
}
