package dev.blazon.usage;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a report was not taken, or a question not answered.
 *
 * @param message one sentence for the client, in ASCII
 * @param retryAfter when a further try may succeed; zero: not by itself
 */
public record UsageRefusal(Reason reason, String message, Duration retryAfter) {

  /** The kinds of refusals. */
  public enum Reason {
    /** The body is no report. */
    BAD_BODY(400),
    /** The question cannot be answered as it is. */
    BAD_QUESTION(400),
    /** The body, or one of its reports, is too large. */
    TOO_LARGE(413),
    /** There are more reports or questions than the service takes at once. */
    OVER_BUDGET(429),
    /** The database cannot be written or read: its server is away, or the disk is full. */
    UNAVAILABLE(503),
    /** There was no answer in time. */
    SLOW(503),
    /** The operator has not switched usage reports on. */
    OFF(404);

    private final int status;
    private final String word = name().toLowerCase(Locale.ROOT);

    Reason(int status) {
      this.status = status;
    }

    /** The HTTP status that says so to a client. */
    public int status() {
      return status;
    }

    /** The name between services and in metrics. */
    public String word() {
      return word;
    }

    /** The reason with a name; empty for any other text. */
    public static Optional<Reason> of(String word) {
      return Stream.of(values()).filter(reason -> reason.word.equals(word)).findFirst();
    }
  }

  /** A refusal that a further try does not change. */
  public static UsageRefusal of(Reason reason, String message) {
    return new UsageRefusal(reason, message, Duration.ZERO);
  }

  /** The refusal as a failure. */
  public UsageRefusedException asException() {
    return new UsageRefusedException(this);
  }
}
