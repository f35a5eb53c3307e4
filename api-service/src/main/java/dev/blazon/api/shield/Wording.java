package dev.blazon.api.shield;

/** Whose words a shield uses: the closed set of variants that the dialects ask for. */
public enum Wording {
  PYPIP_IN,
  SHIELDS_IO,
  BADGE_FURY,
  PEPY_TECH,
  BADGEN_NET
}
