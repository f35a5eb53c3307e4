package dev.blazon.api.question;

/** Thrown when a call gets no numbers. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Refusal refusal;

  public RefusedException(Refusal refusal) {
    super(refusal.message());
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }

  /** Fills in nothing: a client's mistake is no bug, so the stack trace is of no use. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
