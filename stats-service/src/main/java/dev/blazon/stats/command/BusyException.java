package dev.blazon.stats.command;

/** Another import is running. */
final class BusyException extends RuntimeException {

  private static final long serialVersionUID = 1;

  BusyException() {
    super("another import is running; try again later");
  }
}
