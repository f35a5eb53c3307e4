package dev.blazon.imaging.logo;

/**
 * Thrown for a logo that cannot be painted. The message is one line of ASCII for the author of the
 * badge.
 */
final class LogoException extends Exception {

  LogoException(String problem) {
    super(problem);
  }

  LogoException(String problem, Throwable cause) {
    super(problem, cause);
  }
}
