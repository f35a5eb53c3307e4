package dev.blazon.imaging.png;

import dev.blazon.badge.Style;

/** What lies one pixel below the letters, in badge-maker 6.0.0. */
enum Shadow {
  NONE,
  /** A blurred one (deviation 1.6 px, opacity .8), and on it a sharp one (opacity .3). */
  SOFT,
  /** A sharp one, opaque: letters look cut into the social badge. */
  SHARP;

  static Shadow of(Style style) {
    return switch (style) {
      case FLAT, PLASTIC -> SOFT;
      case SOCIAL -> SHARP;
      case FLAT_SQUARE, FOR_THE_BADGE -> NONE;
    };
  }
}
