package dev.blazon.count.wire;

import java.time.Duration;

/**
 * The HTTP protocol between the API and a stats service. A question is a GET ({@link Question}).
 * Its answer is status 200 with JSON ({@link AnswerForm}), also when there is no number: why there
 * is none is a value. 400 means that the question is not understood. Nothing is cacheable.
 */
public final class StatsExchange {

  /**
   * The longest URL of a question, in characters. The API accepts URLs of 8 KB, which a hundred
   * patterns of versions make little longer.
   */
  public static final int LONGEST_URL = 16 * 1024;

  /** How many patterns of versions one question may have. */
  public static final int MOST_GLOBS = 100;

  /** How many places of a ranking are kept. */
  public static final int MOST_PLACES = 1_000;

  /**
   * The request header with the time that the reader still has, in milliseconds. The service
   * answers within it.
   */
  public static final String WITHIN_HEADER = "Blazon-Within";

  /** The longest time in {@link #WITHIN_HEADER}, in milliseconds; no reader waits so long. */
  public static final int LONGEST_WITHIN = 60_000;

  /** The media type of answers. */
  public static final String JSON = "application/json";

  /** The longest answer, in bytes. 2,000 versions over 180 days have a sixth of it. */
  public static final int LONGEST_ANSWER = 4 << 20;

  /**
   * How many numbers a series may have, lines times stretches of time: 5,000 versions over 180 days
   * have 900,000. They take 8 bytes each in memory.
   */
  public static final int MOST_NUMBERS = 1_000_000;

  /** How many stretches of time a series may have; PyPI has counted 4,000 days. */
  public static final int MOST_TIMES = 20_000;

  private StatsExchange() {}

  /** The value of {@link #WITHIN_HEADER}. */
  public static String header(Duration within) {
    return Long.toString(Math.min(LONGEST_WITHIN, Math.max(1, within.toMillis())));
  }

  /**
   * Reads {@link #WITHIN_HEADER}.
   *
   * @param header null if there is none
   * @param usual the time if there is none
   * @throws InvalidQuestionException if it is no number of milliseconds
   */
  public static Duration within(String header, Duration usual) throws InvalidQuestionException {
    if (header == null) {
      return usual;
    }
    try {
      int millis = Integer.parseInt(header);
      if (millis >= 1 && millis <= LONGEST_WITHIN) {
        return Duration.ofMillis(millis);
      }
    } catch (NumberFormatException e) {
      // Refused below, like a number out of range.
    }
    throw InvalidQuestionException.of(
        WITHIN_HEADER, header, "milliseconds, from 1 to " + LONGEST_WITHIN);
  }
}
