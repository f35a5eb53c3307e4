package dev.blazon.api.shield;

import static dev.blazon.badge.BadgeColor.BRIGHTGREEN;
import static dev.blazon.badge.BadgeColor.GREEN;
import static dev.blazon.badge.BadgeColor.RED;
import static dev.blazon.badge.BadgeColor.YELLOW;
import static dev.blazon.badge.BadgeColor.YELLOWGREEN;

import dev.blazon.badge.BadgeColor;

/**
 * shields.io's colours of download counts: red for 0, then by the number of digits up to bright
 * green for 1,000 and more.
 */
final class DownloadColor {

  private DownloadColor() {}

  static BadgeColor of(long count) {
    if (count <= 0) {
      return RED;
    }
    if (count < 10) {
      return YELLOW;
    }
    if (count < 100) {
      return YELLOWGREEN;
    }
    return count < 1000 ? GREEN : BRIGHTGREEN;
  }
}
