package dev.blazon.service.log;

import dev.blazon.service.RequestId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs internal errors: bugs, which should never happen. They go to the log {@link
 * Logging#CANNOT_HAPPEN}, and an operator should look at each line.
 */
public final class InternalErrors {

  private static final Logger LOG = LoggerFactory.getLogger(Logging.CANNOT_HAPPEN);

  private InternalErrors() {}

  /**
   * Logs an error with its stack trace.
   *
   * @param problem what was thrown
   */
  public static void log(Throwable problem, String message) {
    LOG.error(message, problem);
  }

  /**
   * Logs an error with the request's id and the stack trace.
   *
   * @param id the request's id
   * @param problem what was thrown
   * @param message with one {@code {}} for {@code about}
   * @param about what the error concerns, such as a URL
   */
  public static void log(RequestId id, Throwable problem, String message, String about) {
    LOG.atError().addKeyValue(RequestId.KEY, id).setCause(problem).log(message, about);
  }
}
