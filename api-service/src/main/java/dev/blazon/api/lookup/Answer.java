package dev.blazon.api.lookup;

import java.time.Duration;

/**
 * The result of a look-up: facts, nothing, or a failure. A failure is a value, not an exception,
 * because it becomes a badge too.
 *
 * @param <T> the type of the facts
 */
public sealed interface Answer<T> {

  /**
   * The facts.
   *
   * @param age the time since they were fetched from the upstream
   * @param stale whether they are no longer fresh: the upstream is failing, or new facts are being
   *     fetched
   */
  record Known<T>(T value, Duration age, boolean stale) implements Answer<T> {}

  /** The upstream answered that the project, release or document does not exist. */
  record Missing<T>() implements Answer<T> {}

  /** The look-up failed, and no usable facts are cached. */
  record Failed<T>(Reason reason) implements Answer<T> {}

  /** Why a look-up failed. */
  enum Reason {
    /**
     * The connection was refused or reset, the host name was not resolved, or the answer was a 5xx
     * status.
     */
    UNREACHABLE,
    /** No answer within the deadline. */
    SLOW,
    /** The answer was not a document of the expected form. */
    INVALID,
    /** The upstream wants a token, or another one (401, 403). */
    REFUSED,
    /** The upstream asked for a pause, or a rate limit of our own protects it. */
    RATE_LIMITED,
    /** The facts are still being made, and will be there later. */
    COMING,
    /** The operator has not configured this source. */
    NOT_CONFIGURED,
    /** The URL names a host that is not on the operator's list. */
    FORBIDDEN
  }
}
