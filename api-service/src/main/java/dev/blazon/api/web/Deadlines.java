package dev.blazon.api.web;

import java.time.Duration;

/**
 * How long a reader waits, split over the steps.
 *
 * @param answer until there must be an answer, counted from the request
 */
record Deadlines(Duration answer) {

  /** What painting gets at least: it takes microseconds, but a remote service may need a retry. */
  private static final int PAINTING_SHARE = 8;

  /**
   * Until the facts must be known; after that the badge says that they are slow, while the look-up
   * goes on for the next reader.
   */
  Duration facts() {
    return answer.minus(leastForPainting());
  }

  /**
   * How long painting may take once the facts are known. All the time that is left, because the
   * first picture after a start, which loads fonts and logos, takes far longer than any later one.
   */
  Duration painting(Duration spent) {
    Duration left = answer.minus(spent);
    return left.compareTo(leastForPainting()) > 0 ? left : leastForPainting();
  }

  private Duration leastForPainting() {
    return answer.dividedBy(PAINTING_SHARE);
  }
}
