package dev.blazon.service;

/**
 * A setting that must not be shown: a password, a token, a key. It prints as an ellipsis, wherever
 * a record that has it is printed. Immutable.
 */
public final class Secret {

  /** What stands for a secret wherever settings are shown. */
  public static final String HIDDEN = "…";

  private final String text;

  public Secret(String text) {
    this.text = text;
  }

  /** The secret itself, for whom it is sent to; it belongs in no log and no message. */
  public String reveal() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.text.equals(text);
  }

  /** The same for all, so that nothing of it shows. */
  @Override
  public int hashCode() {
    return Secret.class.hashCode();
  }

  /** Always an ellipsis. */
  @Override
  public String toString() {
    return HIDDEN;
  }
}
