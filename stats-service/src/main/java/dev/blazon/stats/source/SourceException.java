package dev.blazon.stats.source;

/** A source could not give what it was asked for, as a whole. */
public final class SourceException extends Exception {

  private static final long serialVersionUID = 1;

  /** What the caller can do about it. */
  public enum Kind {
    /** The upstream did not answer, or is busy: try again later. */
    UNAVAILABLE,
    /** The upstream's quota or our cost limit is used up: try again on another day. */
    QUOTA,
    /** The upstream refuses our credentials or our query: the operator must act. */
    DENIED,
    /** The upstream has not got the day yet, or never had it. */
    NO_SUCH_DAY,
    /** The answer is malformed, too short or contradicts itself: nobody should trust it. */
    MALFORMED
  }

  private final Kind kind;

  public SourceException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public SourceException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
