package dev.blazon.api.web;

import java.time.Duration;

/**
 * How long a reader waits, split over the steps.
 *
 * @param facts until the facts must be known; after that the badge says that they are slow, while
 *     the look-up goes on for the next reader
 * @param painting until the picture must be painted, after the facts are known
 */
record Deadlines(Duration facts, Duration painting) {

  /** Painting takes microseconds; this leaves room for a remote service and its second try. */
  private static final int PAINTING_SHARE = 8;

  /** Splits the time that an answer may take in all. */
  static Deadlines of(Duration answer) {
    Duration painting = answer.dividedBy(PAINTING_SHARE);
    return new Deadlines(answer.minus(painting), painting);
  }
}
