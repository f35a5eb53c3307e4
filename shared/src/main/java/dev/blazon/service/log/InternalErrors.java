package dev.blazon.service.log;

import dev.blazon.service.RequestId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs our own mistakes: what cannot happen, and did. They go to the log {@link
 * Logging#CANNOT_HAPPEN}, and each line deserves a look.
 */
public final class InternalErrors {

  private static final Logger LOG = LoggerFactory.getLogger(Logging.CANNOT_HAPPEN);

  private InternalErrors() {}

  /**
   * Writes a line with the stack.
   *
   * @param problem what was thrown
   */
  public static void log(Throwable problem, String message) {
    LOG.error(message, problem);
  }

  /**
   * Writes a line with the request's id and the stack.
   *
   * @param id of the request
   * @param problem what was thrown
   * @param message with one {@code {}} for what it is about
   */
  public static void log(RequestId id, Throwable problem, String message, String about) {
    LOG.atError().addKeyValue(RequestId.KEY, id).setCause(problem).log(message, about);
  }
}
