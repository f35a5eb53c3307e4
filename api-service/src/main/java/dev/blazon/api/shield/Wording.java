package dev.blazon.api.shield;

/** The service whose words, colours and number formats a shield uses. */
public enum Wording {
  PYPIP_IN,
  SHIELDS_IO,
  BADGE_FURY,
  /** pepy.tech's words, with SI prefixes in counts. */
  PEPY_TECH,
  /** pepy.tech's words with {@code units=abbreviation}. */
  PEPY_TECH_ABBREVIATED,
  /** pepy.tech's words with {@code units=none}: all digits. */
  PEPY_TECH_PLAIN,
  BADGEN_NET;

  public boolean isPepyTech() {
    return this == PEPY_TECH || this == PEPY_TECH_ABBREVIATED || this == PEPY_TECH_PLAIN;
  }
}
