package dev.blazon.usage;

/** A report was not taken, or a question not answered. It has no stack trace. */
public final class UsageRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient UsageRefusal refusal;

  UsageRefusedException(UsageRefusal refusal) {
    super(refusal.message(), null, false, false);
    this.refusal = refusal;
  }

  public UsageRefusal refusal() {
    return refusal;
  }
}
