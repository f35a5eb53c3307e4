package dev.blazon.api.shield;

import static dev.blazon.badge.BadgeColor.BLUE;
import static dev.blazon.badge.BadgeColor.LIGHTGREY;
import static dev.blazon.badge.BadgeColor.ORANGE;

import dev.blazon.badge.BadgeColor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * shields.io's colour of a version: blue, orange before 1.0 and for pre-releases, grey for none.
 */
final class VersionColor {

  /** PEP 440, appendix B, with the groups that matter here. */
  private static final Pattern PEP_440 =
      Pattern.compile(
          "v?(?:\\d+!)?(?<release>\\d+(?:\\.\\d+)*)"
              + "(?<pre>[-_.]?(?:a|b|c|rc|alpha|beta|pre|preview)[-_.]?\\d*)?"
              + "(?:-\\d+|[-_.]?(?:post|rev|r)[-_.]?\\d*)?"
              + "(?<dev>[-_.]?dev[-_.]?\\d*)?"
              + "(?:\\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?",
          Pattern.CASE_INSENSITIVE);

  private VersionColor() {}

  static BadgeColor of(String version) {
    Matcher matcher = PEP_440.matcher(version.strip());
    if (!matcher.matches()) {
      return LIGHTGREY;
    }
    boolean unfinished =
        matcher.group("pre") != null
            || matcher.group("dev") != null
            || version.strip().replaceFirst("^[vV]", "").startsWith("0.");
    return unfinished ? ORANGE : BLUE;
  }
}
