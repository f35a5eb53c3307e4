package dev.blazon.imaging.logo;

/** A logo that will not be painted; the message is one line of ASCII for whoever asked for it. */
final class LogoException extends Exception {

  LogoException(String problem) {
    super(problem);
  }

  LogoException(String problem, Throwable cause) {
    super(problem, cause);
  }
}
