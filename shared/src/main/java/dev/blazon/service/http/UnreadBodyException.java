package dev.blazon.service.http;

/** Thrown if the body of a request could not be read. The client or the load is the cause. */
public final class UnreadBodyException extends Exception {

  /** Why the body could not be read. */
  public enum Reason {
    /** It is longer than this request may have. */
    TOO_LONG(413, "the body is too long"),
    /** It did not arrive in time. */
    TOO_SLOW(408, "the body did not arrive in time"),
    /** The bodies of other requests use all the memory that there is for bodies. */
    NO_ROOM(503, "too many requests with a body, try again"),
    /** The connection broke off, or the body is malformed. */
    BROKEN(400, "the body broke off");

    private final int status;
    private final String line;

    Reason(int status, String line) {
      this.status = status;
      this.line = line;
    }
  }

  private final Reason reason;

  UnreadBodyException(Reason reason) {
    super(reason.line, null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** The HTTP status to answer with. */
  public int status() {
    return reason.status;
  }
}
