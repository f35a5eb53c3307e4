package dev.blazon.stats.schedule;

import dev.blazon.count.Day;
import java.time.Instant;

/** What is imported in a night. It blocks its thread for as long as that takes. */
@FunctionalInterface
public interface NightlyImport {

  /** How an attempt ended. */
  enum Result {
    /** Something was imported, and nothing is left for this night. */
    IMPORTED,
    /** There was nothing to do: it was done before, here or by another node. */
    UP_TO_DATE,
    /** The source has not got the newest day yet. */
    NOT_YET,
    /** Another importer is at work. */
    BUSY,
    /** It failed, and was logged or counted. */
    FAILED
  }

  /**
   * Imports what is lacking.
   *
   * @param newest the newest day that is wanted
   * @param since what was imported after this moment was imported in this night
   */
  Result run(Day newest, Instant since) throws InterruptedException;
}
