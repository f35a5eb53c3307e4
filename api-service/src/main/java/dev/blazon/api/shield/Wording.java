package dev.blazon.api.shield;

/** Whose words a shield uses: the closed set of variants that the dialects ask for. */
public enum Wording {
  PYPIP_IN,
  SHIELDS_IO,
  BADGE_FURY,
  /** pepy.tech's, with the prefixes of the international system of units. */
  PEPY_TECH,
  /** pepy.tech's {@code units=abbreviation}. */
  PEPY_TECH_ABBREVIATED,
  /** pepy.tech's {@code units=none}: all digits. */
  PEPY_TECH_PLAIN,
  BADGEN_NET;

  public boolean isPepyTech() {
    return this == PEPY_TECH || this == PEPY_TECH_ABBREVIATED || this == PEPY_TECH_PLAIN;
  }
}
