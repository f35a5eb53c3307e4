package dev.blazon.api.lookup;

import java.time.Duration;

/**
 * What a look-up came back with. A failure is a value that becomes a badge like any other.
 *
 * @param <T> the facts that were asked for
 */
public sealed interface Answer<T> {

  /**
   * The facts are known.
   *
   * @param age since they were fetched from the upstream
   * @param stale whether they are older than they should be, because the upstream cannot be asked
   *     or is just being asked again
   */
  record Known<T>(T value, Duration age, boolean stale) implements Answer<T> {}

  /** The upstream says that there is no such thing. */
  record Missing<T>() implements Answer<T> {}

  /** The upstream could not tell, and nothing was kept from before. */
  record Failed<T>(Reason reason) implements Answer<T> {}

  /** Why an upstream could not tell. */
  enum Reason {
    /** Refused, reset, not resolved, or answered with a 5xx status. */
    UNREACHABLE,
    /** Not within the deadline. */
    SLOW,
    /** Answered with something that is no such document. */
    INVALID,
    /** Asked us to come back later, or we hold ourselves back for its sake. */
    RATE_LIMITED,
    /** The operator has not configured this source. */
    NOT_CONFIGURED,
    /** The reader named a host that the operator has not listed. */
    FORBIDDEN
  }
}
