package dev.blazon.api.shield;

/**
 * A kind of badge: a pure function of facts and wording. It does no I/O and does not depend on
 * HTTP, caches or dialects.
 *
 * <p>A missing, empty or malformed fact gives a badge that says so, never an exception. All shields
 * are immutable.
 *
 * @param <T> the type of the facts that it shows
 */
public sealed interface Shield<T> permits ProjectShield, DownloadShield, TrendShield {

  /** The shield's entry in the catalogue. */
  Description description();

  /** The content of the badge, before the overrides of its URL. */
  Content content(T facts, Wording wording);

  /** Whether many projects share the picture of this content. */
  default boolean isGeneric(Content content) {
    return description().generic();
  }

  /** The label in this wording, also used if the look-up fails. */
  default String label(Wording wording) {
    return description().label();
  }

  /** The message in this wording if the project does not exist. */
  default String notFound(Wording wording) {
    return "not found";
  }
}
