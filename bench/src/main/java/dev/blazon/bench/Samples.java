package dev.blazon.bench;

import dev.blazon.badge.Badge;
import dev.blazon.badge.BadgeColor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The badges that every painter paints, Blazon's and the peers'. Their texts look like real ones
 * and are all different, so that no painter gains from a cache of text.
 */
final class Samples {

  /** More than any painter caches widths or pictures of. */
  static final int COUNT = 20_000;

  /** Fixed, so that every run and every painter gets the same texts. */
  private static final long SEED = 4096;

  private static final List<BadgeColor> COLORS =
      List.of(
          BadgeColor.BRIGHTGREEN,
          BadgeColor.BLUE,
          BadgeColor.ORANGE,
          BadgeColor.RED,
          BadgeColor.YELLOW,
          BadgeColor.LIGHTGREY);

  private static final List<String> LICENSES =
      List.of("MIT", "Apache-2.0", "BSD-3-Clause", "GPL-3.0-or-later", "MPL 2.0", "ISC");

  private Samples() {}

  /** Generates {@value #COUNT} flat badges with different messages. */
  static List<Badge> badges() {
    Random random = new Random(SEED);
    List<Badge> badges = new ArrayList<>(COUNT);
    for (int i = 0; i < COUNT; i++) {
      badges.add(badge(i, random));
    }
    return badges;
  }

  private static Badge badge(int number, Random random) {
    BadgeColor color = COLORS.get(random.nextInt(COLORS.size()));
    return switch (number % 5) {
      case 0 -> Badge.of("pypi", "v" + version(number, random), color);
      case 1 -> Badge.of("downloads", number + "." + random.nextInt(10) + "k/month", color);
      case 2 -> Badge.of("python", "3." + random.nextInt(9) + " | 3.10 | 3." + number, color);
      case 3 -> Badge.of("license", license(random) + " #" + number, color);
      default -> Badge.of("status", "release " + number + " is stable", color);
    };
  }

  private static String version(int number, Random random) {
    return random.nextInt(30) + "." + random.nextInt(30) + "." + number;
  }

  private static String license(Random random) {
    return LICENSES.get(random.nextInt(LICENSES.size()));
  }
}
