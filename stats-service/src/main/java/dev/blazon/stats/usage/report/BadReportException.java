package dev.blazon.stats.usage.report;

/** A body that has no reports; the message says so to its sender, and repeats nothing of it. */
public final class BadReportException extends Exception {

  private static final long serialVersionUID = 1;

  BadReportException(String problem) {
    super(problem, null, false, false);
  }
}
