package dev.blazon.api.shield;

/**
 * A kind of badge: a pure function of facts and wording. It does no I/O and knows no HTTP, no
 * cache, no dialect.
 *
 * <p>A fact that is missing, empty or odd gives an honest badge, never an exception. All shields
 * are immutable.
 *
 * @param <T> the facts that it shows
 */
public sealed interface Shield<T> permits ProjectShield, DownloadsShield, TotalDownloadsShield {

  /** What the catalogue says of it. */
  Description description();

  /** What the badge says, before a reader's overrides. */
  Content content(T facts, Wording wording);

  /** Whether a picture of what this shield says depends on no project. */
  default boolean isGeneric(Content content) {
    return description().generic();
  }

  /** The label in these words, also of a badge that tells of a failure. */
  default String label(Wording wording) {
    return description().label();
  }

  /** The message when what the badge is about does not exist. */
  default String notFound(Wording wording) {
    return "not found";
  }
}
