package dev.blazon.api.web;

import java.time.Duration;

/**
 * The time that a reader waits, divided between look-up and painting.
 *
 * @param answer the time from the request to the answer
 */
record Deadlines(Duration answer) {

  /**
   * Painting gets at least this fraction of the time (1/8): it takes microseconds, but a request to
   * a remote service may need a retry.
   */
  private static final int PAINTING_SHARE = 8;

  /**
   * The time for the look-up. After it the badge says that the upstream is slow, while the look-up
   * goes on for the next reader.
   */
  Duration facts() {
    return answer.minus(leastForPainting());
  }

  /**
   * The time for painting, after {@code spent}: all the time that is left, because the first
   * picture after a start loads fonts and logos and takes far longer than any later one.
   */
  Duration painting(Duration spent) {
    Duration left = answer.minus(spent);
    return left.compareTo(leastForPainting()) > 0 ? left : leastForPainting();
  }

  private Duration leastForPainting() {
    return answer.dividedBy(PAINTING_SHARE);
  }
}
