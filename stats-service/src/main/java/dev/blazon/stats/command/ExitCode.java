package dev.blazon.stats.command;

/** What the command's exit codes mean. Scripts of operators rely on them. */
final class ExitCode {

  static final int FINE = 0;

  /** A check found a difference, or a source or the database failed. */
  static final int PROBLEM = 1;

  /** The arguments, a setting or a file are not what they should be. */
  static final int BAD_INPUT = 2;

  /** Another import is running; EX_TEMPFAIL of {@code sysexits.h}: try again later. */
  static final int BUSY = 75;

  /** Ctrl-C: 128 and the number of SIGINT, as shells have it. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
