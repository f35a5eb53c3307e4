package dev.blazon.api.shield;

import static dev.blazon.badge.BadgeColor.BLUE;
import static dev.blazon.badge.BadgeColor.LIGHTGREY;
import static dev.blazon.badge.BadgeColor.ORANGE;

import dev.blazon.api.pypi.Version;
import dev.blazon.badge.BadgeColor;
import java.util.Locale;

/**
 * shields.io's colours of versions: orange before 1.0 and for pre-releases, blue for others, light
 * grey if the text is not a version by PEP 440.
 */
final class VersionColor {

  private VersionColor() {}

  static BadgeColor of(String version) {
    String text = version.strip().toLowerCase(Locale.ROOT);
    boolean early = text.startsWith("0.") || text.startsWith("v0.");
    return Version.parse(text)
        .map(parsed -> early || parsed.isPrerelease() ? ORANGE : BLUE)
        .orElse(LIGHTGREY);
  }
}
