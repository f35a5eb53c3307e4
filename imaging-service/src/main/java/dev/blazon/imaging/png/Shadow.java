package dev.blazon.imaging.png;

import dev.blazon.badge.Style;

/** The shadow one pixel below the letters, as in badge-maker 6.0.0. */
enum Shadow {
  NONE,
  /** A blurred shadow (deviation 1.6 px, opacity .8) with a sharp one (opacity .3) over it. */
  SOFT,
  /** A sharp, opaque shadow: letters look cut into the social badge. */
  SHARP;

  static Shadow of(Style style) {
    return switch (style) {
      case FLAT, PLASTIC -> SOFT;
      case SOCIAL -> SHARP;
      case FLAT_SQUARE, FOR_THE_BADGE -> NONE;
    };
  }
}
